using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Streams all published texts as NDJSON while they are queried. The last line contains the feed cursor.</summary>
internal sealed class Snapshot(SnapshotQueries queries, SnapshotRequest request)
    : IResult, IValueHttpResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    public const string MediaType = "application/x-ndjson";

    private static readonly string Version = typeof(Snapshot).Module.ModuleVersionId.ToString();

    public object? Value => this;

    public int? StatusCode => StatusCodes.Status200OK;

    public string? ContentType => MediaType;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var reading = await queries.Read(httpContext.RequestAborted);
        await Send(httpContext, reading);
    }

    private async Task Send(HttpContext http, SnapshotReading reading)
    {
        var encoding = http.RequestServices.GetRequiredService<IResponseCompressionProvider>().Negotiate(http)?.EncodingName;
        var tag = ETags.Create(Hash(encoding, reading.State));
        http.Response.Headers.ETag = tag.Tag.Value;
        if (ETags.Matches(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = MediaType;
        if (HeadRequests.IsHead(http))
        {
            http.Response.Headers.ContentEncoding = encoding;
            return;
        }

        var count = 0;
        var lines = new Lines(http);
        await foreach (var (type, document) in SnapshotQueries.Documents(reading, request, http.RequestAborted))
        {
            await lines.Write(type, document);
            count++;
        }

        var state = reading.State;
        await lines.WriteEnd(new SnapshotEnd { Cursor = new FeedCursor(state.Epoch, state.Xid, state.Number).Text, Count = count });
    }

    // Hashes the inputs, because the bytes don't exist yet.
    private byte[] Hash(string? encoding, SnapshotState state)
    {
        var types = (request.Types?.Items ?? []).Order(StringComparer.Ordinal);
        string?[] parts = [Version, state.ToString(), encoding, request.Lang?.Text, .. types];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }

    /// <summary>Collects lines in one reused buffer and sends it when full.</summary>
    private sealed class Lines(HttpContext http)
    {
        private const int Size = 16 * 1024;

        private readonly ArrayBufferWriter<byte> _buffer = new(2 * Size);
        private readonly MinimumRate _rate = new(http.RequestServices.GetRequiredService<TimeProvider>());

        public async Task Write(string type, byte[] document)
        {
            _buffer.Write("{\"type\":\""u8);
            _buffer.Write(Encoding.UTF8.GetBytes(type));
            _buffer.Write("\",\"record\":"u8);
            _buffer.Write(document);
            _buffer.Write("}\n"u8);
            if (_buffer.WrittenCount >= Size)
            {
                await Send();
            }
        }

        public async Task WriteEnd(SnapshotEnd end)
        {
            _buffer.Write(JsonSerializer.SerializeToUtf8Bytes(end, Json.Documents));
            _buffer.Write("\n"u8);
            await Send();
        }

        private async Task Send()
        {
            var deadline = RequestTimeout.From(http);
            deadline.PauseForClient();
            if (!await _rate.Measure(() => http.Response.Body.WriteAsync(_buffer.WrittenMemory, http.RequestAborted), _buffer.WrittenCount))
            {
                deadline.Expire();
                http.RequestAborted.ThrowIfCancellationRequested();
            }

            deadline.Restart();
            _buffer.ResetWrittenCount();
        }
    }
}
