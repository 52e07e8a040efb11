using System.Diagnostics;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.Extensions.Logging.Console;

namespace FreedomCities.Api.Telemetry;

internal static class TelemetryModule
{
    /// <summary>Adds the log (JSON lines, in Development text) and the exporters.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceSettings settings)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, IncomingTraceIgnored>();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddConsole(o => o.FormatterName = JsonLines.FormatterName)
                .AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        }

        builder.Services.AddSingleton<ServiceMetrics>();
        if (settings.MetricsPort is { } port)
        {
            builder.Services.AddHostedService(s => new MetricsServer(port, s.GetRequiredService<ILogger<MetricsServer>>()));
        }

        if (OtlpExport.Create(settings) is { } export)
        {
            builder.Services.AddSingleton<ILoggerProvider>(_ => export);
        }
    }
}
