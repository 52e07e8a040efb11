using FreedomCities.Api.Telemetry.Metrics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FreedomCities.Api.Telemetry;

/// <summary>
/// Exports traces, metrics and logs to a collector over OTLP, from bounded queues in the background. While the collector is down they are
/// dropped. Disposal, the last of the container, sends what is still queued.
/// </summary>
internal sealed class OtlpExport : ILoggerProvider
{
    private const int FlushMilliseconds = 1500;

    private readonly OpenTelemetrySdk _sdk;

    private OtlpExport(IConfiguration openTelemetry) => _sdk = OpenTelemetrySdk.Create(otel =>
    {
        otel.Services.AddSingleton(openTelemetry).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)); // filtered by the service's logging
        otel.ConfigureResource(r => r.AddService(typeof(OtlpExport).Assembly.GetName().Name!).AddEnvironmentVariableDetector())
            .WithTracing(t => t.AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor<SpanScrubber>())
            .WithMetrics(m => m.AddExportedMetrics())
            .WithLogging(l => l.AddProcessor<LogScrubber>(), o => o.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    });

    /// <summary>Null: no collector is configured.</summary>
    public static OtlpExport? Create(ServiceSettings settings)
    {
        if (string.IsNullOrEmpty(settings.OtlpEndpoint))
        {
            return null;
        }

        if (!Uri.TryCreate(settings.OtlpEndpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new ConfigurationException("OTEL_EXPORTER_OTLP_ENDPOINT must be an address like http://collector:4317.");
        }

        if (settings.OtlpProtocol is not ("" or "grpc" or "http/protobuf"))
        {
            throw new ConfigurationException("OTEL_EXPORTER_OTLP_PROTOCOL must be grpc or http/protobuf.");
        }

        try
        {
            return new OtlpExport(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.OpenTelemetry)
                .AddInMemoryCollection([new("OTEL_SPAN_EVENT_COUNT_LIMIT", "0")]) // exceptions: their messages may quote input
                .Build());
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            throw new ConfigurationException($"A setting OTEL_… is invalid: {e.Message}");
        }
    }

    public ILogger CreateLogger(string categoryName) => _sdk.GetLoggerFactory().CreateLogger(categoryName);

    public void Dispose()
    {
        Parallel.Invoke(
            () => _sdk.TracerProvider.Shutdown(FlushMilliseconds),
            () => _sdk.MeterProvider.Shutdown(FlushMilliseconds),
            () => _sdk.LoggerProvider.Shutdown(FlushMilliseconds));
        _sdk.Dispose();
    }
}
