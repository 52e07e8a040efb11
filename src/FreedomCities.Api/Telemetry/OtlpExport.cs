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
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const int FlushMilliseconds = 1500;

    private readonly OpenTelemetrySdk _sdk;

    private OtlpExport(IConfiguration settings) => _sdk = OpenTelemetrySdk.Create(otel =>
    {
        otel.Services.AddSingleton(settings).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)); // ours has filtered them
        otel.ConfigureResource(r => r.AddService(typeof(OtlpExport).Assembly.GetName().Name!).AddEnvironmentVariableDetector())
            .WithTracing(t => t.AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor<SpanScrubber>())
            .WithMetrics(m => m.AddExportedMetrics())
            .WithLogging(l => l.AddProcessor<LogScrubber>(), o => o.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    });

    public static bool IsConfigured(IConfiguration configuration) => configuration[Endpoint] is { Length: > 0 };

    /// <summary>Null: the configuration names no collector.</summary>
    public static OtlpExport? Create(IConfiguration configuration)
    {
        if (!IsConfigured(configuration))
        {
            return null;
        }

        var endpoint = configuration[Endpoint];
        Demand(Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", Endpoint, "an address like http://collector:4317");
        Demand(configuration[Protocol] is null or "" or "grpc" or "http/protobuf", Protocol, "grpc or http/protobuf");
        try
        {
            // The events of a span are exceptions, whose words may quote a reader: none is sent.
            return new OtlpExport(new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection([new("OTEL_SPAN_EVENT_COUNT_LIMIT", "0")]).Build());
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

    private static void Demand(bool isRight, string setting, string what)
    {
        if (!isRight)
        {
            throw new ConfigurationException($"{setting} must be {what}.");
        }
    }
}
