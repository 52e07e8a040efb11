using Dapper;

namespace FreedomCities.Api.Editorial.Import.Aliases;

/// <summary>Imports aliases.json.</summary>
internal static class AliasImport
{
    private const string AskingSql = """
        select w.faq_id as id, r.slug, w.language, w.question, w.aliases, t.content_hash as hash, t.source_document_id as source,
          t.xmin = pg_current_xact_id()::xid as is_unread
        from faq_translation w
        join translation t on t.record_id = w.faq_id and t.language = w.language and t.status = 'published'
        join record r on r.id = w.faq_id
        where w.question = any (@Questions)
        order by w.faq_id, w.language
        """;

    private const string WriteSql = "update faq_translation set aliases = @Aliases where faq_id = @Id and language = @Language";

    public static async Task Run(ImportContext work, AliasesFile file)
    {
        work.Report.Always("changed", "unchanged");
        var known = await work.Connection.QueryAsync<AskingEntry>(new(AskingSql, new { Questions = file.Aliases.Keys.ToArray() }, cancellationToken: work.Ct));
        var asking = known.ToLookup(e => e.Question, StringComparer.Ordinal);
        var unknown = file.Aliases.Keys.Where(q => !asking.Contains(q)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ImportException([.. unknown.Select(q => $"{work.File.Name}: no published entry has the question \"{q}\".")]);
        }

        foreach (var (question, aliases) in file.All)
        {
            foreach (var entry in asking[question])
            {
                await Write(work, entry, aliases);
            }
        }
    }

    private static async Task Write(ImportContext work, AskingEntry entry, string[] aliases)
    {
        var isChanged = !entry.Aliases.AsSpan().SequenceEqual(aliases);
        if (isChanged && !entry.IsUnread)
        {
            await work.Publisher.Publish(entry.Id, entry.Language, entry.Hash, entry.Source);
        }

        if (isChanged)
        {
            await work.Connection.ExecuteAsync(new(WriteSql, new { entry.Id, entry.Language, Aliases = aliases }, cancellationToken: work.Ct));
        }

        work.Report.Add(isChanged ? "changed" : "unchanged", $"{entry.Slug} ({entry.Language})");
    }

    private sealed record AskingEntry
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public required string Language { get; init; }

        public required string Question { get; init; }

        public required string[] Aliases { get; init; }

        public required string Hash { get; init; }

        public required Guid Source { get; init; }

        /// <summary>Published in this transaction, as the seed is: nobody has read this revision without the aliases.</summary>
        public required bool IsUnread { get; init; }
    }
}
