using FreedomCities.Api.Database.Reads;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// By when a request is answered: when its time is over, RequestAborted is cancelled and the answer is a 503. Whatever can hang is waited for
/// with that token (<see cref="Queries.Use"/>), so that nothing uses the request after its answer.
/// </summary>
internal sealed class RequestTimeout : IDisposable
{
    /// <summary>Within which a client sends a body, and takes a response or a piece of it.</summary>
    public static readonly TimeSpan OfClients = TimeSpan.FromSeconds(8);

    private readonly TimeSpan _time;
    private readonly CancellationTokenSource _over;

    private RequestTimeout(TimeSpan time, CancellationToken aborted)
    {
        (_time, _over) = (time, CancellationTokenSource.CreateLinkedTokenSource(aborted));
        Restart();
    }

    public static ValueTask<RequestTimeout> BindAsync(HttpContext http) => ValueTask.FromResult(From(http));

    public static RequestTimeout From(HttpContext http) => http.Features.GetRequiredFeature<RequestTimeout>();

    public static Func<HttpContext, RequestDelegate, Task> After(TimeSpan time) => async (http, next) =>
    {
        var aborted = http.RequestAborted;
        var deadline = new RequestTimeout(time, aborted);
        http.Response.RegisterForDispose(deadline); // after the answer of a failure too
        http.Features.Set(deadline);
        http.RequestAborted = deadline._over.Token;
        http.Response.OnStarting(() =>
        {
            deadline.PauseForClient();
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (deadline._over.IsCancellationRequested && !aborted.IsCancellationRequested)
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

    /// <summary>From now on the request has its time, and more.</summary>
    public void Restart(TimeSpan more = default) => _over.CancelAfter(_time + more);

    /// <summary>From now on the client has to send or to take something.</summary>
    public void PauseForClient() => _over.CancelAfter(OfClients);

    public void Expire() => _over.Cancel();

    public void Dispose() => _over.Dispose();
}
