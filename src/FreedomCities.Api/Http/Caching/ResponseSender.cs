using FreedomCities.Api.Http.Limits;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// Sends bodies piece by piece: a client that doesn't read leaves one or two pieces in memory. A client that doesn't take a piece in time
/// is disconnected.
/// </summary>
internal sealed class ResponseSender
{
    /// <summary>What is sent at once at least, and what the server buffers for a connection: see <see cref="RequestLimits"/>.</summary>
    public const int PieceBytes = 16 * 1024;

    // Larger pieces cost less processor time. Only some clients get them at the same time, since each may leave one in memory.
    private const int LargePieceBytes = 64 * 1024;
    private const int ClientsWithLargePieces = 256;

    private int _clients;

    public Task Send(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (body.Length > PieceBytes)
        {
            return SendPieces(http, body);
        }

        var written = http.Response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : Taken(http, written.AsTask());
    }

    private async Task SendPieces(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var deadline = http.Features.Get<RequestTimeout>(); // a cached response is sent without one
        var clients = Interlocked.Increment(ref _clients);
        try
        {
            while (body.Length > 0 && !http.RequestAborted.IsCancellationRequested)
            {
                deadline?.PauseForClient();
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
            await written.WaitAsync(RequestTimeout.OfClients);
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }
}
