
namespace FreedomCities.Api.Http;

/// <summary>
/// Graceful shutdown. After the signal the service isn't ready, and still answers requests for the grace period, until load balancers
/// notice; each response closes its connection, so that its client connects to another instance. Then it completes the open requests and
/// stops. The program receives the signals.
/// </summary>
internal sealed class Shutdown(ServiceSettings settings) : IHostLifetime
{
    private readonly TimeSpan _grace = settings.ShutdownGrace;

    public bool HasBegun { get; private set; }

    /// <summary>Runs until the signal to stop, and for the grace period after it.</summary>
    public async Task Await(IHost app, CancellationToken stop)
    {
        using var expired = new CancellationTokenSource();
        await using var signal = stop.Register(() =>
        {
            HasBegun = true;
            expired.CancelAfter(_grace);
        });
        await app.WaitForShutdownAsync(expired.Token);
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
