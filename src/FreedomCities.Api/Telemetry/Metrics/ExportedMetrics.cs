using OpenTelemetry.Metrics;

namespace FreedomCities.Api.Telemetry.Metrics;

/// <summary>The metrics that leave the process, over OTLP or for Prometheus.</summary>
internal static class ExportedMetrics
{
    public static MeterProviderBuilder AddExportedMetrics(this MeterProviderBuilder metrics) => metrics
        .AddMeter(ServiceMetrics.Meter, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
        .AddView(_ => new MetricStreamConfiguration { TagKeys = AllowedTags.Allowed });
}
