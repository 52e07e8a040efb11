using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import.Aliases;

/// <summary>Imports aliases.json.</summary>
internal static class AliasImport
{
    private const string EntriesSql = """
        select w.faq_id as id, r.slug, w.language, w.question, w.aliases, t.content_hash as hash, t.source_document_id as source,
          t.xmin = pg_current_xact_id()::xid as is_uncommitted
        from faq_translation w
        join translation t on t.record_id = w.faq_id and t.language = w.language and t.status = 'published'
        join record r on r.id = w.faq_id
        where w.question = any (@Questions)
        order by w.faq_id, w.language
        """;

    private const string WriteSql = "update faq_translation set aliases = @Aliases where faq_id = @Id and language = @Language";

    public static async Task Run(ImportContext context, AliasesFile file)
    {
        context.Report.WithHeadings("changed", "unchanged");
        var published = await context.Connection.Query<PublishedEntry>(
            EntriesSql, new { Questions = file.Aliases.Keys.ToArray() }, context.Ct);
        var entries = published.ToLookup(e => e.Question, StringComparer.Ordinal);
        var unknown = file.Aliases.Keys.Where(q => !entries.Contains(q)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ImportException([.. unknown.Select(q => $"{context.File.Name}: no published entry has the question \"{q}\".")]);
        }

        foreach (var (question, aliases) in file.All)
        {
            foreach (var entry in entries[question])
            {
                await Write(context, entry, aliases);
            }
        }
    }

    private static async Task Write(ImportContext context, PublishedEntry entry, string[] aliases)
    {
        var isChanged = !entry.Aliases.AsSpan().SequenceEqual(aliases);
        if (isChanged && !entry.IsUncommitted)
        {
            await context.Publisher.Publish(entry.Id, entry.Language, entry.Hash, entry.Source);
        }

        if (isChanged)
        {
            await context.Connection.Execute(WriteSql, new { entry.Id, entry.Language, Aliases = aliases }, context.Ct);
        }

        context.Report.Add(isChanged ? "changed" : "unchanged", $"{entry.Slug} ({entry.Language})");
    }

    private sealed record PublishedEntry
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public required string Language { get; init; }

        public required string Question { get; init; }

        public required string[] Aliases { get; init; }

        public required string Hash { get; init; }

        public required Guid Source { get; init; }

        /// <summary>Whether this transaction published the entry. Its revision then covers the aliases.</summary>
        public required bool IsUncommitted { get; init; }
    }
}
