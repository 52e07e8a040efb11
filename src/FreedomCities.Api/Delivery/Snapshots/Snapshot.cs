using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Everything, written while it is read: one JSON value a line, the last one the cursor to go on from.</summary>
internal sealed class Snapshot(SnapshotQueries queries, SnapshotRequest request, Languages languages, JsonSerializerOptions json)
    : IResult, IValueHttpResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    public const string MediaType = "application/x-ndjson";

    private static readonly string Version = typeof(Snapshot).Module.ModuleVersionId.ToString();

    public object? Value => this;

    public int? StatusCode => StatusCodes.Status200OK;

    public string? ContentType => MediaType;

    public Task ExecuteAsync(HttpContext httpContext) => queries.Read(reading => Send(httpContext, reading), httpContext.RequestAborted);

    private async Task Send(HttpContext http, SnapshotReading reading)
    {
        if (ETags.IsUnchanged(http, Tag(http, reading.State)))
        {
            return;
        }

        http.Response.ContentType = MediaType;
        if (ETags.IsHead(http))
        {
            return;
        }

        var count = 0;
        await foreach (var (type, record) in SnapshotQueries.Records(reading, request, languages, http.RequestAborted))
        {
            await Write(http, new { type, record });
            count++;
        }

        var state = reading.State;
        await Write(http, new { type = "end", cursor = new FeedCursor(state.Epoch, state.Xid, state.Number).Text, count });
    }

    private async Task Write(HttpContext http, object line)
    {
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, json), http.RequestAborted);
        await http.Response.Body.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
    }

    // What the bytes depend on, since they aren't there yet.
    private byte[] Tag(HttpContext http, SnapshotState state)
    {
        var compression = http.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var encoding = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;
        var parts = string.Join('\n', [Version, state.ToString(), encoding, request.Lang, .. languages.Candidates, "", .. (request.Types?.Items ?? []).Order(StringComparer.Ordinal)]);
        return SHA256.HashData(Encoding.UTF8.GetBytes(parts));
    }
}
