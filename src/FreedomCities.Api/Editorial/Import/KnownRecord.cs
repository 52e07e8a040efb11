using Dapper;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A record of a JSON file as an earlier import left it; without an id it is new.</summary>
internal sealed record KnownRecord(string Type, string Slug, Guid? Id, string? Hash, Guid? Source, string? Status)
{
    private const string TranslationSql = """
        select content_hash, source_document_id, status
        from translation
        where record_id = @Id
          and language = @Language
        """;

    public static async Task<KnownRecord> Find(ImportWork work, string type, string slug)
    {
        var id = await work.Publisher.Find(type, slug);
        var (hash, source, status) = await work.Connection.QuerySingleOrDefaultAsync<(string?, Guid?, string?)>(
            new(TranslationSql, new { Id = id, work.Options.Language }, cancellationToken: work.Ct));
        return new KnownRecord(type, slug, id, hash, source, status);
    }

    /// <summary>Reports what is to happen; true: nothing is.</summary>
    public bool Skip(ImportWork work, string hash, Guid source)
    {
        var heading = Status switch
        {
            "withdrawn" => "withdrawn, left as they are",
            "published" when Hash == hash && Source == source => "unchanged",
            null => "made",
            _ => "changed",
        };
        work.Report.Add(heading, Slug);
        return heading is not ("made" or "changed");
    }

    public async Task<Guid> OrCreate(ImportWork work) => Id ?? (await work.Publisher.Create(Type, Slug)).Id;
}
