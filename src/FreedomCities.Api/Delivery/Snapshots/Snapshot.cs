using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FreedomCities.Api.Delivery.Changes;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.ResponseCompression;

namespace FreedomCities.Api.Delivery.Snapshots;

/// <summary>Streams all published texts as NDJSON while they are queried. The last line contains the feed cursor.</summary>
internal sealed class Snapshot(SnapshotQueries queries, SnapshotRequest request, Languages languages, JsonSerializerOptions json)
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
        if (ETags.IsUnchanged(http, ETags.Create(Hash(http, reading.State))))
        {
            return;
        }

        http.Response.ContentType = MediaType;
        if (ETags.IsHead(http))
        {
            return;
        }

        var count = 0;
        var lines = new Lines(http, json);
        await foreach (var (type, record) in SnapshotQueries.Records(reading, request, languages, http.RequestAborted))
        {
            await lines.Write(new { type, record });
            count++;
        }

        var state = reading.State;
        await lines.Write(new { type = "end", cursor = new FeedCursor(state.Epoch, state.Xid, state.Number).Text, count });
        await lines.Send();
    }

    // Hashes the inputs, because the bytes don't exist yet.
    private byte[] Hash(HttpContext http, SnapshotState state)
    {
        var compression = http.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var encoding = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;
        var parts = string.Join('\n', [Version, state.ToString(), encoding, request.Lang, .. languages.Candidates, "", .. (request.Types?.Items ?? []).Order(StringComparer.Ordinal)]);
        return SHA256.HashData(Encoding.UTF8.GetBytes(parts));
    }

    /// <summary>Collects lines in one reused buffer and sends it when full.</summary>
    private sealed class Lines(HttpContext http, JsonSerializerOptions json)
    {
        private const int Size = 16 * 1024;

        private readonly ArrayBufferWriter<byte> _buffer = new(2 * Size);
        private readonly MinimumRate _rate = new(http.RequestServices.GetRequiredService<TimeProvider>());

        public async Task Write(object line)
        {
            using (var writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = json.Encoder }))
            {
                JsonSerializer.Serialize(writer, line, json);
            }

            _buffer.Write("\n"u8);
            if (_buffer.WrittenCount >= Size)
            {
                await Send();
            }
        }

        public async Task Send()
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
