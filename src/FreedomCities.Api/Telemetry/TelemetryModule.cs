using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace FreedomCities.Api.Telemetry;

internal static class TelemetryModule
{
    /// <summary>Whether anybody reads the metrics.</summary>
    public static bool ExportsMetrics(IConfiguration configuration) =>
        MetricsServer.Port(configuration) is not null || OtlpExport.IsConfigured(configuration);

    /// <summary>What an operator sees of the service: its log, in Development as text for people, and what it exports.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, NoOutsideTrace>();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddConsole(o => o.FormatterName = JsonLines.FormatterName).AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        }

        builder.Services.AddSingleton<ServiceMetrics>();
        if (MetricsServer.Port(builder.Configuration) is { } port)
        {
            builder.Services.AddHostedService(s => new MetricsServer(port, s.GetRequiredService<ILogger<MetricsServer>>()));
        }

        if (OtlpExport.Create(builder.Configuration) is { } export)
        {
            builder.Services.AddSingleton<ILoggerProvider>(_ => export);
        }
    }
}
