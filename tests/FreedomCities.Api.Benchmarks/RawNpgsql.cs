using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// The list and the single read as one would write them by hand for speed, over the same stored documents: one prepared statement, no
/// checks, no Dapper, and the same bytes, ETag and headers.
/// </summary>
internal static class RawNpgsql
{
    private const string ListSql = """
        select d.document
        from served s
        cross join lateral (
          select b.document
          from served b
          where b.record_id = s.record_id
          order by array_position(@Languages, lower(b.language)), b.language
          limit 1
        ) d
        where s.type = 'faq'
          and s.is_first
        order by s.position, s.record_id
        limit 21
        """;

    private const string GetSql = """
        select document
        from served
        where type = 'faq'
          and slug = @Slug
        order by array_position(@Languages, lower(language)), language
        limit 1
        """;

    private static readonly string[] Languages = ["en"];

    /// <param name="service">Answers once, so that the headers are the same.</param>
    public static async Task Map(WebApplication app, string connectionString, Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        var list = await Headers(http, "/v1/faqs");
        var entry = await Headers(http, "/v1/faqs/entry-500");
        var end = System.Text.Encoding.UTF8.GetBytes((await http.GetStringAsync("/v1/faqs")).Split("],\"next\":")[^1]);
        var database = NpgsqlDataSource.Create(connectionString + ";Maximum Pool Size=40;Timezone=UTC;No Reset On Close=true");
        app.Map("/v1/faqs", faqs => faqs.Run(async context =>
        {
            var output = new ArrayBufferWriter<byte>(1 << 16);
            if (context.Request.Path.HasValue)
            {
                await Read(database, GetSql, context.Request.Path.Value![1..], output, separated: false);
                await Send(context, output, entry);
                return;
            }

            output.Write("{\"items\":["u8);
            await Read(database, ListSql, "", output, separated: true);
            output.Write("],\"next\":"u8);
            output.Write(end);
            await Send(context, output, list);
        }));
    }

    private static async Task<KeyValuePair<string, string>[]> Headers(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path);
        return
        [
            .. response.Headers.Concat(response.Content.Headers)
                .Where(h => h.Key is not ("ETag" or "Content-Length" or "Date" or "Server" or "Transfer-Encoding"))
                .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value))),
        ];
    }

    private static async Task Read(NpgsqlDataSource database, string sql, string slug, ArrayBufferWriter<byte> output, bool separated)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new("Languages", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Languages });
        if (slug.Length > 0)
        {
            command.Parameters.Add(new("Slug", NpgsqlDbType.Text) { Value = slug });
        }

        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        for (var i = 0; i < 20 && await reader.ReadAsync(); i++)
        {
            output.Write(separated && i > 0 ? ","u8 : []);
            output.Write(reader.GetFieldValue<byte[]>(0));
        }
    }

    private static Task Send(HttpContext http, ArrayBufferWriter<byte> output, KeyValuePair<string, string>[] headers)
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(output.WrittenSpan)[..16])}\"";
        http.Response.ContentLength = output.WrittenCount;
        return http.Response.Body.WriteAsync(output.WrittenMemory).AsTask();
    }
}
