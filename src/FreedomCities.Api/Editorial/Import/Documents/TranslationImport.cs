using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>
/// Imports the translation of a topic: the n-th question of the document translates the n-th entry, and the title the topic's name.
/// </summary>
internal sealed class TranslationImport
{
    private const string OriginalsSql = """
        select distinct on (f.position, f.id) f.id, r.slug, t.language, w.answer_written as written
        from faq_topic ft
        join faq f on f.id = ft.faq_id
        join record r on r.id = f.id
        join translation t on t.record_id = f.id and t.status = 'published' and t.translated_from is null
        join faq_translation w on w.faq_id = f.id and w.language = t.language
        where ft.topic_id = @Topic
        order by f.position, f.id, t.language <> @Language, t.published_at, t.language
        """;

    private const string TopicNamesSql = """
        select t.language, w.name, t.status, t.origin, t.translated_from
        from topic_translation w
        join translation t on t.record_id = w.topic_id and t.language = w.language
        where w.topic_id = @Topic
        order by t.translated_from is not null, t.published_at, t.language
        """;

    private const string LinkPlaceholdersSql = """
        insert into resource_target (target, resource_id)
        select @Translated, g.resource_id from resource_target g where g.target = @Original
        on conflict (target) do nothing
        """;

    private readonly ImportContext _context;
    private readonly DocumentQueries _queries;
    private readonly string _topic;

    private TranslationImport(ImportContext context, string topic) =>
        (_context, _queries, _topic) = (context, new DocumentQueries(context.Connection, context.Options.Language, context.Ct), topic);

    public static Task Run(ImportContext context, FaqDocument document, string topic) =>
        new TranslationImport(context, topic).Run(document);

    private async Task Run(FaqDocument document)
    {
        if ((_context.Options.Topic ?? _context.Options.Jurisdiction) is not null)
        {
            throw new ImportException(
                "--translates can't be combined with --topic and --jurisdiction. A translation has those of the original entries.");
        }

        _context.Report.WithHeadings(
            "created", "changed", "unchanged", "resources created", "placeholders", "e-mail addresses and phone numbers");
        var topic = await _context.Publisher.Find("topic", _topic) ?? throw new ImportException($"No topic has the slug '{_topic}'.");
        var originals = await Query<Original>(OriginalsSql, topic);
        EnsureSameEntries(document, originals);
        var existing = (await _queries.Entries(topic)).ToDictionary(e => e.Id);
        var translations = Array.ConvertAll(originals, o => existing.GetValueOrDefault(o.Id)?.Question ?? "");
        TranslationOrder.Ensure(document.Entries, Array.ConvertAll(originals, o => o.Slug), translations);

        var title = DocumentState.FindSourceTitle(_context, document);
        var source = await _context.Publisher.EnsureSource(title, _context.File.Sha256, _context.Options.Date);
        await NameTopic(topic, document.Subject, source);
        await LinkPlaceholders(originals.Zip(document.Entries, (original, entry) => (original.Written, entry.Answer)));
        var resolved = await EntryResolver.Resolve(_context, document, existing.Values);
        resolved.Describe(_context.Report);
        await ResourceWriter.WritePlanned(_context, resolved.Resources, source);
        foreach (var (original, content) in originals.Zip(resolved.Contents))
        {
            await Write(original, content, existing.GetValueOrDefault(original.Id), topic, source);
        }
    }

    private void EnsureSameEntries(FaqDocument document, Original[] originals)
    {
        if (originals.FirstOrDefault(o => o.Language == _context.Options.Language) is { } same)
        {
            throw new ImportException($"--language must differ from the original language: '{same.Slug}' was written in {same.Language}.");
        }

        if (originals.Length != document.Entries.Length)
        {
            throw new ImportException([
                $"{_context.File.Name} has {document.Entries.Length} questions, but the topic '{_topic}' has {originals.Length} entries. " +
                    "A translation needs one question for each, in this order:",
                .. originals.Select((o, i) => $"{i + 1}. {o.Slug}"),
            ]);
        }
    }

    private async Task NameTopic(Guid topic, string? name, Guid source)
    {
        var names = await Query<TopicName>(TopicNamesSql, topic);
        var existing = names.FirstOrDefault(n => n.Language == _context.Options.Language);
        var isUnchanged = existing is { Status: "withdrawn" } or { TranslatedFrom: null }
            || (existing is { Status: "published" }
                && existing.Name == name
                && (_context.Options.Origin ?? existing.Origin) == existing.Origin);
        if (name is null || isUnchanged)
        {
            return;
        }

        await ForTranslationOf(names.FirstOrDefault()?.Language).Publish(topic, ContentHash.Compute(name, null), source);
        await _queries.WriteTopic(topic, name);
        _context.Report.Add("topics translated", $"{_topic} ({_context.Options.Language}): {name}");
    }

    /// <summary>
    /// Links the n-th placeholder of a translated answer to the resource of the original's n-th. Of fewer placeholders, it is unknown which
    /// ones they are.
    /// </summary>
    private Task<int> LinkPlaceholders(IEnumerable<(string Original, string Translated)> answers) =>
        _context.Connection.Execute(
            LinkPlaceholdersSql,
            answers
                .Select(a => (Original: Placeholders(a.Original), Translated: Placeholders(a.Translated)))
                .Where(a => a.Original.Length <= a.Translated.Length)
                .SelectMany(a => a.Original.Zip(a.Translated))
                .Select(p => new { Original = p.First, Translated = p.Second })
                .ToArray(),
            _context.Ct);

    private static string[] Placeholders(string answer) =>
        [.. Markdown.Links(answer).Select(AnswerLinks.FindTarget).OfType<string>().Where(t => t[0] == '#')];

    private async Task Write(Original original, EntryContent translated, ExistingEntry? existing, Guid topic, Guid source)
    {
        var content = translated.MergeWith(existing);
        var heading = existing switch
        {
            { Status: "withdrawn" } => "withdrawn, not changed",
            not null when !existing.Matches(content, _context.Options.Origin) => "changed",
            { Outdated: true } => "unchanged, but outdated: the original has changed",
            not null => "unchanged",
            null => "created",
        };
        _context.Report.Add(heading, $"{original.Slug} ← {content.Question}");
        if (heading is "created" or "changed")
        {
            await ForTranslationOf(original.Language).Publish(original.Id, content, existing, source);
            await _queries.WriteContent(original.Id, [topic], content);
        }
    }

    private ImportContext ForTranslationOf(string? language) => _context with { TranslatedFrom = language };

    private Task<T[]> Query<T>(string sql, Guid topic) =>
        _context.Connection.Query<T>(sql, new { Topic = topic, _context.Options.Language }, _context.Ct);

    private sealed record Original
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public required string Language { get; init; }

        public required string Written { get; init; }
    }

    private sealed record TopicName
    {
        public required string Language { get; init; }

        public required string Name { get; init; }

        public required string Status { get; init; }

        public required string Origin { get; init; }

        public required string? TranslatedFrom { get; init; }
    }
}
