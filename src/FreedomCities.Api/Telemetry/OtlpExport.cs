using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FreedomCities.Api.Telemetry;

/// <summary>
/// Traces, metrics and logs for a collector, over OTLP. They wait in bounded queues beside the requests; when the collector is away they are
/// dropped. What waits at the end is sent when the container disposes of this, the last of all.
/// </summary>
internal sealed class OtlpExport : ILoggerProvider
{
    private const int FlushMilliseconds = 1500;

    private readonly OpenTelemetrySdk _sdk;

    private OtlpExport(IConfiguration openTelemetry) => _sdk = OpenTelemetrySdk.Create(otel =>
    {
        otel.Services.AddSingleton(openTelemetry).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)); // ours has filtered them
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
                .AddInMemoryCollection([new("OTEL_SPAN_EVENT_COUNT_LIMIT", "0")]) // events of a span are exceptions, whose messages may quote a reader
                .Build());
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            throw new ConfigurationException($"A setting OTEL_… isn't right: {e.Message}");
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
