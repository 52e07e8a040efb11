using FreedomCities.Api.Database;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomCities.Api.Http;

/// <summary>
/// By when a request is answered: when its time is over, RequestAborted is cancelled and the answer is a 503. Whatever can hang is waited for
/// with that token (<see cref="Queries.Use"/>), so that nothing uses the request after its answer.
/// </summary>
internal sealed class Deadline : IDisposable
{
    // For a body to come, and for an answer, or a part of one that is streamed, to be taken.
    private static readonly TimeSpan OfClients = TimeSpan.FromSeconds(8);

    /// <summary>What a body may have to be sent at once, and what the server buffers for a connection: see <see cref="RequestLimits"/>.</summary>
    public const int PieceBytes = 16 * 1024;

    // Larger pieces cost less, and a client that doesn't read leaves one of them in memory: only some clients get them at a time.
    private const int LargePieceBytes = 64 * 1024;
    private const int ClientsWithLargePieces = 256;

    private static int _clients;

    private readonly TimeSpan _time;
    private readonly CancellationTokenSource _over;

    private Deadline(TimeSpan time, CancellationToken aborted)
    {
        (_time, _over) = (time, CancellationTokenSource.CreateLinkedTokenSource(aborted));
        Begin();
    }

    public static ValueTask<Deadline> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    public static Deadline Of(HttpContext http) => http.Features.GetRequiredFeature<Deadline>();

    public static Func<HttpContext, RequestDelegate, Task> After(TimeSpan time) => async (http, next) =>
    {
        var aborted = http.RequestAborted;
        var deadline = new Deadline(time, aborted);
        http.Response.RegisterForDispose(deadline); // after the answer of a failure too
        http.Features.Set(deadline);
        http.RequestAborted = deadline._over.Token;
        http.Response.OnStarting(() =>
        {
            deadline.WaitForClient();
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

    /// <summary>
    /// Sends a body piece by piece: a client that doesn't read makes the server copy no more than one or two of them. One that takes too long
    /// for a piece is disconnected.
    /// </summary>
    public static Task Send(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (body.Length > PieceBytes)
        {
            return SendPieces(http, body);
        }

        var written = http.Response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : Taken(http, written.AsTask());
    }

    /// <summary>From now on the request has its time, and more.</summary>
    public void Begin(TimeSpan more = default) => _over.CancelAfter(_time + more);

    /// <summary>From now on the client has to send or to take something.</summary>
    public void WaitForClient() => _over.CancelAfter(OfClients);

    public void Dispose() => _over.Dispose();

    private static async Task SendPieces(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var deadline = http.Features.Get<Deadline>(); // a cached response is sent without one
        var clients = Interlocked.Increment(ref _clients);
        try
        {
            while (body.Length > 0 && !http.RequestAborted.IsCancellationRequested)
            {
                deadline?.WaitForClient();
                var piece = Math.Min(body.Length, clients > ClientsWithLargePieces ? PieceBytes : LargePieceBytes);
                var written = http.Response.BodyWriter.WriteAsync(body[..piece]);
                body = body[piece..];
                if (!written.IsCompletedSuccessfully)
                {
                    await Taken(http, written.AsTask());
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _clients);
        }

        if (body.Length > 0)
        {
            http.Abort();
        }
    }

    private static async Task Taken(HttpContext http, Task written)
    {
        try
        {
            await written.WaitAsync(OfClients);
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }
}
