using System.Globalization;
using System.Net.Sockets;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace FreedomCities.Api.Telemetry.Metrics;

/// <summary>Serves GET /metrics for Prometheus on a separate port (setting MetricsPort), which readers must not reach.</summary>
internal sealed class MetricsServer(int port, ILogger<MetricsServer> log) : IHostedService, IAsyncDisposable
{
    private readonly OpenTelemetrySdk _sdk = OpenTelemetrySdk.Create(otel => otel
        .ConfigureResource(r => r.AddService(typeof(MetricsServer).Assembly.GetName().Name!))
        .WithMetrics(m => m.AddExportedMetrics().AddPrometheusExporter(o => o.ScopeInfoEnabled = false)));

    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var address = string.Create(CultureInfo.InvariantCulture, $"http://*:{port}");
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.AddServerHeader = false).UseUrls(address);
        _app = builder.Build();
        _app.UseOpenTelemetryPrometheusScrapingEndpoint(_sdk.MeterProvider, null, null, null, null);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new ConfigurationException($"{e.Message.TrimEnd('.')}: choose another {nameof(ServiceSettings.MetricsPort)}.");
        }

        log.LogInformation("Metrics are at {Address}/metrics.", _app.Urls.First());
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        _sdk.Dispose();
    }
}
