
namespace FreedomCities.Api.Http;

/// <summary>
/// How the service ends: when it is told to, it isn't ready any more, and goes on answering until load balancers know; each client that it
/// still answers is asked to connect anew, elsewhere. Then it stops, with what is being answered. It hears of signals from the program.
/// </summary>
internal sealed class Shutdown(ServiceSettings settings) : IHostLifetime
{
    private readonly TimeSpan _grace = settings.ShutdownGrace;

    public bool HasBegun { get; private set; }

    /// <summary>Runs until it is told to stop, and the grace period after that.</summary>
    public async Task Await(IHost app, CancellationToken stop)
    {
        using var over = new CancellationTokenSource();
        await using var told = stop.Register(() =>
        {
            HasBegun = true;
            over.CancelAfter(_grace);
        });
        await app.WaitForShutdownAsync(over.Token);
    }

    public Task Apply(HttpContext http, RequestDelegate next)
    {
        if (HasBegun)
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.Connection = "close";
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
