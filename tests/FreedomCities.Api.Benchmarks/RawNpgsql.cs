using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// The list and the single read as one would write them by hand for speed: statements planned once, no checks, no Dapper, generated JSON.
/// </summary>
internal static partial class RawNpgsql
{
    private const string ListSql = $"""
        with page as materialized (
          select f.id
          from faq f
          where exists (select from translation t where t.record_id = f.id and t.status = 'published')
          order by f.position, f.id
          limit 21
        )
        {FaqQueries.Select}
        join page on page.id = f.id
        order by f.position, f.id
        """;

    private const string GetSql = $"""
        {FaqQueries.Select}
        where r.type = 'faq'
          and r.slug = @Slug
        """;

    private static readonly string[] Languages = ["en"];

    public static void Map(WebApplication app, string connectionString)
    {
        var database =
            NpgsqlDataSource.Create(connectionString + ";Maximum Pool Size=40;Timezone=UTC;Options=-c plan_cache_mode=force_generic_plan");
        app.Map("/v1/faqs", list => list.Run(async http => await (http.Request.Path.HasValue
            ? Send(http, (await Read(database, GetSql, http.Request.Path.Value![1..]))[0], Written.Default.Row)
            : Send(http, new Rows([.. (await Read(database, ListSql, "")).Take(20)], "/v1/faqs?cursor="), Written.Default.Rows))));
    }

    private static async Task<List<Row>> Read(NpgsqlDataSource database, string sql, string slug)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new("Slug", NpgsqlDbType.Text) { Value = slug });
        command.Parameters.Add(new("Sort", NpgsqlDbType.Text) { Value = DBNull.Value });
        command.Parameters.Add(new("Requested", NpgsqlDbType.Text) { Value = DBNull.Value });
        command.Parameters.Add(new("Acceptable", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Array.Empty<string>() });
        command.Parameters.Add(new("Languages", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Languages });
        command.Parameters.Add(new("WholeResources", NpgsqlDbType.Boolean) { Value = false });
        command.Parameters.Add(new("WholeContacts", NpgsqlDbType.Boolean) { Value = false });
        await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            rows.Add(ReadRow(reader));
        }

        return rows;
    }

    private static Row ReadRow(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<string[]>(3),
        JsonSerializer.Deserialize(row.GetString(4), SerializerContext.Default.Answer)!,
        JsonSerializer.Deserialize(row.GetString(5), SerializerContext.Default.TopicReferenceArray)!,
        row.IsDBNull(6) ? null : row.GetString(6),
        JsonSerializer.Deserialize(row.GetString(7), SerializerContext.Default.ResourceReferenceArray)!,
        JsonSerializer.Deserialize(row.GetString(9), SerializerContext.Default.ContactReferenceArray)!,
        JsonSerializer.Deserialize(row.GetString(16), SerializerContext.Default.Language)!,
        JsonSerializer.Deserialize(row.GetString(17), SerializerContext.Default.Trust)!,
        row.GetInt32(11),
        row.GetString(12),
        row.GetDateTime(13),
        row.GetDateTime(14),
        row.GetDateTime(15));

    private static Task Send<T>(HttpContext http, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    internal sealed record Rows(Row[] Items, string? Next);

    internal sealed record Row(
        Guid Id, string Slug, string Question, string[] Aliases, Answer Answer, TopicReference[] Topics, string? Jurisdiction,
        ResourceReference[] Resources,
        ContactReference[] Contacts, Language Language, Trust Trust, int Revision, string ContentHash, DateTime PublishedAt,
        DateTime ContentChangedAt, DateTime UpdatedAt);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Rows))]
    private sealed partial class Written : JsonSerializerContext;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Answer))]
    [JsonSerializable(typeof(TopicReference[]))]
    [JsonSerializable(typeof(ResourceReference[]))]
    [JsonSerializable(typeof(ContactReference[]))]
    [JsonSerializable(typeof(Language))]
    [JsonSerializable(typeof(Trust))]
    private sealed partial class SerializerContext : JsonSerializerContext;
}
