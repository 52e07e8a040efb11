using Dapper;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>One import: an open transaction, what publishes in it, and its report.</summary>
internal sealed record ImportContext(
    NpgsqlConnection Connection, Publisher Publisher, ImportFile File, ImportOptions Options, ImportReport Report, CancellationToken Ct)
{
    /// <summary>The language of the same records that this one is translated from; null: it is an original.</summary>
    public string? TranslatedFrom { get; init; }

    /// <summary>Publishes words of this import.</summary>
    public Task Publish(Guid id, string hash, Guid source) =>
        Publisher.Publish(id, Options.Language, hash, source, new Authorship(Options.Origin ?? "human", TranslatedFrom));

    /// <summary>Publishes an entry: with the words that it has, it is as outdated as before, and by who wrote them.</summary>
    public Task Publish(Guid id, EntryContent content, ExistingEntry? known, Guid source) =>
        known?.HasWordsOf(content, Options.Origin) == true
            ? Publisher.Publish(id, Options.Language, content.Hash, source)
            : Publish(id, content.Hash, source);

    /// <summary>The words of a record have changed: reports the translations that are outdated by it.</summary>
    public async Task Outdate(Guid id)
    {
        foreach (var translation in await Publisher.Outdate(id, Options.Language))
        {
            Report.Add("translations now outdated", translation);
        }
    }

    /// <summary>Reports a line for each slug that a statement gives.</summary>
    public async Task ReportRows(string heading, string sql, object values)
    {
        foreach (var slug in await Connection.QueryAsync<string>(new(sql, values, cancellationToken: Ct)))
        {
            Report.Add(heading, slug);
        }
    }
}
