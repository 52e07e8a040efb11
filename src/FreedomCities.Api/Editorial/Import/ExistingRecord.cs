using Dapper;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A record of a JSON file as an earlier import left it; without an id it is new.</summary>
internal sealed record ExistingRecord(string Slug, Guid? Id, string? Hash, Guid? Source, string? Status, string? Origin)
{
    private const string TranslationSql = """
        select content_hash, source_document_id, status, origin
        from translation
        where record_id = @Id
          and language = @Language
        """;

    /// <summary>Writes a record of a file, unless it is as it was or withdrawn, and reports which.</summary>
    /// <param name="changed">Takes its id if it is written.</param>
    /// <param name="write">Is given the record's id and its source.</param>
    public static async Task<Guid> Write(ImportContext work, string type, string slug, FileSource from, string hash, List<Guid> changed, Func<Guid, Guid, Task> write)
    {
        var source = await work.Publisher.Source(from.Title, from.Sha256);
        var known = await Find(work, type, slug);
        if (known.Skip(work, hash, source))
        {
            return known.Id!.Value;
        }

        var id = known.Id ?? (await work.Publisher.Create(type, slug)).Id;
        await write(id, source);
        changed.Add(id);
        return id;
    }

    private static async Task<ExistingRecord> Find(ImportContext work, string type, string slug)
    {
        var id = await work.Publisher.Find(type, slug);
        var (hash, source, status, origin) = await work.Connection.QuerySingleOrDefaultAsync<(string?, Guid?, string?, string?)>(
            new(TranslationSql, new { Id = id, work.Options.Language }, cancellationToken: work.Ct));
        return new ExistingRecord(slug, id, hash, source, status, origin);
    }

    /// <summary>Reports what is to happen; true: nothing is.</summary>
    private bool Skip(ImportContext work, string hash, Guid source)
    {
        var heading = Status switch
        {
            "withdrawn" => "withdrawn, not changed",
            "published" when Hash == hash && Source == source && (work.Options.Origin ?? Origin) == Origin => "unchanged",
            null => "created",
            _ => "changed",
        };
        work.Report.Add(heading, work.TranslatedFrom is null ? Slug : $"{Slug} ({work.Options.Language})");
        return heading is not ("created" or "changed");
    }
}
