using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>The import of one file: its transaction, publisher and report.</summary>
internal sealed record ImportContext(
    NpgsqlConnection Connection, Publisher Publisher, ImportFile File, ImportOptions Options, ImportReport Report, CancellationToken Ct)
{
    /// <summary>The language that the texts are translated from; null: they are originals.</summary>
    public string? TranslatedFrom { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Told how many entries were written; null: it is not shown.</summary>
    public IProgress<int>? Progress { get; init; }

    public Authorship Authorship => new(Options.Origin ?? "human", TranslatedFrom);

    /// <summary>Publishes a text of the file.</summary>
    public Task Publish(Guid id, string hash, Guid source) => Publisher.Publish(id, Options.Language, hash, source, Authorship);

    /// <summary>Publishes an entry. If its text is unchanged, so are its origin and whether it is outdated.</summary>
    public Task Publish(Guid id, EntryContent content, ExistingEntry? existing, Guid source) =>
        existing?.HasSameText(content, Options.Origin) == true
            ? Publisher.Publish(id, Options.Language, content.Hash, source)
            : Publish(id, content.Hash, source);

    /// <summary>After the text of a record has changed: marks and reports its outdated translations.</summary>
    public async Task Outdate(Guid id)
    {
        foreach (var translation in await Publisher.Outdate(id, Options.Language))
        {
            Report.Add("translations now outdated", translation);
        }
    }

    /// <summary>Reports each slug that a query returns.</summary>
    public async Task ReportSlugs(string heading, string sql, object values)
    {
        foreach (var slug in await Connection.Query<string>(sql, values, Ct))
        {
            Report.Add(heading, slug);
        }
    }
}
