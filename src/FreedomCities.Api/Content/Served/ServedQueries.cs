using System.Text;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Content.Served;

/// <summary>Reads stored documents. The parameter Languages has the reader's languages.</summary>
internal static class ServedQueries
{
    public const string FirstId = "00000000-0000-0000-0000-000000000000";

    public const string LastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /// <summary>Joins the document in the best language to the rows s of a list.</summary>
    public const string Best = """
        cross join lateral (
          select b.document, b.language, b.resources, b.contacts
          from served b
          where b.record_id = s.record_id
          order by array_position(@Languages, lower(b.language)), b.language
          limit 1
        ) d
        """;

    private const string FindSql = """
        select s.document, s.language, null as cursor_key
        from served s
        where s.type = @Type
          and s.slug = @Slug
        order by array_position(@Languages, lower(s.language)), s.language
        limit 1
        """;

    /// <summary>Finds the record with this current slug.</summary>
    public static Task<ServedDocument?> FindServed(
        this ReadConnections database, string type, string slug, Languages languages, CancellationToken ct) =>
        database.FindServed(FindSql, new { Type = type, Slug = slug, Languages = languages.Candidates }, languages, ct);

    /// <summary>
    /// Reads the first row with the columns document, language and cursor_key, and optionally resources and contacts: see the function
    /// served_documents.
    /// </summary>
    public static async Task<ServedDocument?> FindServed(
        this ReadConnections database, string sql, object parameters, Languages languages, CancellationToken ct) =>
        await database.ListServed(sql, parameters, languages, ct) is [var document, ..] ? document : null;

    /// <summary>Reads the rows of a list without filters.</summary>
    public static Task<ServedDocument[]> ListServed(
        this ReadConnections database, string sql, object parameters, Languages languages, CancellationToken ct) =>
        database.Use((c, end) => c.QueryWithGenericPlan(sql, parameters, row => ReadWithIncluded(row, languages), end), ct);

    /// <summary>Reads the rows of a list with optional filters. It is planned for the given ones: one plan does not suit all.</summary>
    public static Task<ServedDocument[]> FilterServed(
        this ReadConnections database, string sql, object parameters, Languages languages, CancellationToken ct) =>
        database.Use((c, end) => c.QueryPrepared(sql, parameters, row => ReadWithIncluded(row, languages), end), ct);

    /// <summary>Reads the columns document, language and cursor_key.</summary>
    public static ServedDocument Read(NpgsqlDataReader row, Languages languages) =>
        new(row.GetFieldValue<byte[]>(0), row.GetString(1), languages, ReadTexts(row, 2) ?? []);

    private static ServedDocument ReadWithIncluded(NpgsqlDataReader row, Languages languages)
    {
        var document = Read(row, languages);
        return row.FieldCount == 3 ? document : document with
        {
            Resources = ReadIncluded(row, 3, languages),
            Contacts = ReadIncluded(row, 4, languages),
        };
    }

    private static ServedDocument[]? ReadIncluded(NpgsqlDataReader row, int column, Languages languages) =>
        ReadTexts(row, column) is { } texts
            ? [.. texts.Chunk(2).Select(pair => new ServedDocument(Encoding.UTF8.GetBytes(pair[1]), pair[0], languages, []))]
            : null;

    private static string[]? ReadTexts(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<string[]>(column);
}
