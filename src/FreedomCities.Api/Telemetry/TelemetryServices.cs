using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace FreedomCities.Api.Telemetry;

internal static class TelemetryServices
{
    /// <summary>What an operator sees of the service: its log, in Development as text for people, and what it exports.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, NoOutsideTrace>();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddConsole(o => o.FormatterName = JsonLines.FormatterName).AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        }

        if (OtlpExport.Of(builder.Configuration) is { } export)
        {
            builder.Services.AddSingleton<ILoggerProvider>(_ => export);
        }
    }
}
