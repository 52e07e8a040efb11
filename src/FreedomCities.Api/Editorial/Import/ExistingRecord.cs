using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A record of a JSON file as it is in the database. Without an id it is new.</summary>
internal sealed record ExistingRecord(string Slug, Guid? Id, string? Hash, Guid? Source, string? Status, string? Origin)
{
    private const string TranslationSql = """
        select content_hash, source_document_id, status, origin
        from translation
        where record_id = @Id
          and language = @Language
        """;

    /// <summary>Writes and reports a record of a file. An unchanged or withdrawn record is only reported.</summary>
    /// <param name="changed">Gets the id of a record that is written.</param>
    /// <param name="write">Writes the record, given its id and that of its source.</param>
    public static async Task<Guid> Write(
        ImportContext context,
        string type,
        string slug,
        FileSource fileSource,
        string hash,
        List<Guid> changed,
        Func<Guid, Guid, Task> write)
    {
        var source = await context.Publisher.EnsureSource(fileSource.Title, fileSource.Sha256);
        var existing = await Find(context, type, slug);
        if (!existing.ReportChange(context, hash, source))
        {
            return existing.Id!.Value;
        }

        var id = existing.Id ?? (await context.Publisher.Create(type, slug)).Id;
        await write(id, source);
        changed.Add(id);
        return id;
    }

    private static async Task<ExistingRecord> Find(ImportContext context, string type, string slug)
    {
        var id = await context.Publisher.Find(type, slug);
        var (hash, source, status, origin) = await context.Connection.QueryFirst<(string?, Guid?, string?, string?)>(
            TranslationSql, new { Id = id, context.Options.Language }, context.Ct);
        return new ExistingRecord(slug, id, hash, source, status, origin);
    }

    /// <summary>Reports a record, and whether it is to be written.</summary>
    private bool ReportChange(ImportContext context, string hash, Guid source)
    {
        var heading = Status switch
        {
            "withdrawn" => "withdrawn, not changed",
            "published" when Hash == hash && Source == source && (context.Options.Origin ?? Origin) == Origin => "unchanged",
            null => "created",
            _ => "changed",
        };
        context.Report.Add(heading, context.TranslatedFrom is null ? Slug : $"{Slug} ({context.Options.Language})");
        return heading is ("created" or "changed");
    }
}
