using FreedomCities.Api.Database.Reads;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// The time limit of a request. When it expires, RequestAborted is cancelled and the response is a 503. Every wait uses that token
/// (<see cref="Queries.Use"/>), so that no code uses the request after its response.
/// </summary>
internal sealed class RequestTimeout : IDisposable
{
    /// <summary>The time limit for a client that sends a body, or takes a response or a piece of it.</summary>
    public static readonly TimeSpan ForClients = TimeSpan.FromSeconds(8);

    private readonly TimeSpan _time;
    private readonly CancellationTokenSource _expired;

    private RequestTimeout(TimeSpan time, CancellationToken aborted)
    {
        (_time, _expired) = (time, CancellationTokenSource.CreateLinkedTokenSource(aborted));
        Restart();
    }

    public static ValueTask<RequestTimeout> BindAsync(HttpContext http) => ValueTask.FromResult(From(http));

    public static RequestTimeout From(HttpContext http) => http.Features.GetRequiredFeature<RequestTimeout>();

    public static Func<HttpContext, RequestDelegate, Task> After(TimeSpan time) => async (http, next) =>
    {
        var aborted = http.RequestAborted;
        var timeout = new RequestTimeout(time, aborted);
        http.Response.RegisterForDispose(timeout); // disposed after the problem document of a failure is sent
        http.Features.Set(timeout);
        http.RequestAborted = timeout._expired.Token;
        http.Response.OnStarting(() =>
        {
            timeout.PauseForClient();
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (timeout._expired.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted)
            {
                throw new TimeoutException();
            }

            http.Abort();
        }
        finally
        {
            http.RequestAborted = aborted;
        }
    };

    /// <summary>Starts the time limit anew, with more time.</summary>
    public void Restart(TimeSpan more = default) => _expired.CancelAfter(_time + more);

    /// <summary>Replaces the time limit by the one for clients, while the response is sent.</summary>
    public void PauseForClient() => _expired.CancelAfter(ForClients);

    public void Expire() => _expired.Cancel();

    public void Dispose() => _expired.Dispose();
}
