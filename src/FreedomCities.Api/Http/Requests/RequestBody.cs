using System.IO.Pipelines;
using FreedomCities.Api.Http.Limits;
using Microsoft.AspNetCore.Connections;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Reads the request body within the memory budget of its network and the time limit for clients.</summary>
internal static class RequestBody
{
    public static async Task<BudgetedStream> Read(HttpContext http)
    {
        var network = ClientNetwork.Number(http.Connection.RemoteIpAddress);
        var body = new BudgetedStream(http.RequestServices.GetRequiredService<MemoryBudget>(), network);
        http.Response.RegisterForDispose(body);
        var deadline = RequestTimeout.From(http);
        deadline.PauseForClient();
        try
        {
            await Copy(http.Request.BodyReader, body, http.RequestAborted);
        }
        catch (IOException e) when (e is not (BadHttpRequestException or ConnectionResetException))
        {
            throw new BadHttpRequestException("The framing of the body is invalid.", StatusCodes.Status400BadRequest, e);
        }
        finally
        {
            deadline.Restart();
        }

        body.Position = 0;
        return body;
    }

    // Cancelling ReadAsync by token would leave the reader in use, and the server couldn't skip the rest of the body.
    private static async Task Copy(PipeReader from, BudgetedStream to, CancellationToken aborted)
    {
        await using var cancel = aborted.Register(from.CancelPendingRead);
        for (var isCompleted = false; !isCompleted;)
        {
            var read = await from.ReadAsync(CancellationToken.None);
            try
            {
                if (read.IsCanceled)
                {
                    throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
                }

                foreach (var piece in read.Buffer)
                {
                    to.Write(piece.Span);
                }
            }
            finally
            {
                from.AdvanceTo(read.Buffer.End);
            }

            isCompleted = read.IsCompleted;
        }
    }
}
