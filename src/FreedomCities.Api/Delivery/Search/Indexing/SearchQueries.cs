using Dapper;
using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Building;
using Npgsql;

namespace FreedomCities.Api.Delivery.Search.Indexing;

/// <summary>Reads the documents of the index: everything that is published.</summary>
internal sealed class SearchQueries([FromKeyedServices(DatabaseModule.Background)] NpgsqlDataSource database)
{
    private const string DocumentsSql = """
        select s.type, convert_to(s.document, 'UTF8') as document, case s.type when 'topic' then s.slugs else s.topics end as topics
        from served s
        where @Ids::uuid[] is null or s.record_id = any (@Ids)
        order by s.record_id, s.language
        """;

    /// <summary>Indexes all documents.</summary>
    public async Task<IndexGeneration> ReadAll(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var documents = new List<SearchDocument>();
        var rows = connection.QueryUnbufferedAsync<ServedRow>(DocumentsSql, new { Ids = (Guid[]?)null }, commandTimeout: 0);
        await foreach (var row in rows.WithCancellation(ct))
        {
            documents.Add(SearchDocuments.Create(row.Type, row.Document, row.Topics));
        }

        return IndexGenerationBuilder.Build(documents, Searcher.Analyzer, FieldLengths.Average(documents));
    }

    /// <summary>The present documents of changed records.</summary>
    public async Task<SearchDocument[]> ReadChanged(HashSet<Guid> ids, CancellationToken ct) =>
        Array.ConvertAll(
            await database.Query<ServedRow>(DocumentsSql, new { Ids = ids.ToArray() }, ct),
            row => SearchDocuments.Create(row.Type, row.Document, row.Topics));

    private sealed record ServedRow
    {
        public required string Type { get; init; }

        public required byte[] Document { get; init; }

        public required string[] Topics { get; init; }
    }
}
