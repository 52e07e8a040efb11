using FreedomCities.Api.Http.Limits;

namespace FreedomCities.Api.Http.Rendering;

/// <summary>
/// Sends bodies piece by piece: a client that doesn't read leaves one or two pieces in memory. A client that doesn't take a piece in time
/// is disconnected.
/// </summary>
internal sealed class ResponseSender
{
    /// <summary>The smallest piece, and the server's buffer for a connection: see <see cref="RequestLimits"/>.</summary>
    public const int PieceBytes = 16 * 1024;

    // Larger pieces cost less processor time. Each may stay in memory, so only some clients get them at the same time.
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
        return written.IsCompletedSuccessfully ? Task.CompletedTask : AbortUnlessTaken(http, written.AsTask());
    }

    private async Task SendPieces(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var clients = Interlocked.Increment(ref _clients);
        try
        {
            while (body.Length > 0 && !http.RequestAborted.IsCancellationRequested)
            {
                var piece = Math.Min(body.Length, clients > ClientsWithLargePieces ? PieceBytes : LargePieceBytes);
                var written = http.Response.BodyWriter.WriteAsync(body[..piece]);
                body = body[piece..];
                if (!written.IsCompletedSuccessfully)
                {
                    await AbortUnlessTaken(http, written.AsTask());
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

    private static async Task AbortUnlessTaken(HttpContext http, Task written)
    {
        try
        {
            await written.WaitAsync(RequestTimeout.ForClients);
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }
}
