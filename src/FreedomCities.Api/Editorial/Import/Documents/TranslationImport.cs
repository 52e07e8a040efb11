using Dapper;
using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Faqs;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Imports a document that translates a topic: its n-th question is the n-th entry in another language, its title the topic's name.</summary>
internal sealed class TranslationImport
{
    private const double NearlyTheSame = 0.75;

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

    private const string LeadSql = """
        insert into resource_target (target, resource_id)
        select @Translated, g.resource_id from resource_target g where g.target = @Original
        on conflict (target) do nothing
        """;

    private readonly ImportContext _work;
    private readonly DocumentQueries _queries;
    private readonly string _topic;

    private TranslationImport(ImportContext work, string topic) =>
        (_work, _queries, _topic) = (work, new DocumentQueries(work.Connection, work.Options.Language, work.Ct), topic);

    public static Task Run(ImportContext work, FaqDocument document, string topic) => new TranslationImport(work, topic).Run(document);

    private async Task Run(FaqDocument document)
    {
        if ((_work.Options.Topic ?? _work.Options.Jurisdiction) is not null)
        {
            throw new ImportException("--translates can't be combined with --topic and --jurisdiction. A translation has those of the original entries.");
        }

        _work.Report.Always("created", "changed", "unchanged", "resources created", "placeholders", "e-mail addresses and phone numbers");
        var topic = await _work.Publisher.Find("topic", _topic) ?? throw new ImportException($"No topic has the slug '{_topic}'.");
        Original[] originals = [.. await Query<Original>(OriginalsSql, topic)];
        EnsureSameEntries(document, originals);
        var known = (await _queries.Entries(topic)).ToDictionary(e => e.Id);
        EnsureSameOrder(document, originals, known);

        var (source, _) = await EntryResolver.Source(_work, document);
        await NameTopic(topic, document.Subject, source);
        await LeadPlaceholders(originals.Zip(document.Entries, (original, entry) => (original.Written, entry.Answer)));
        var contents = await EntryResolver.Resolve(_work, document, source);
        foreach (var (original, content) in originals.Zip(contents))
        {
            await Write(original, content, known.GetValueOrDefault(original.Id), topic, source);
        }
    }

    private void EnsureSameEntries(FaqDocument document, Original[] originals)
    {
        if (originals.FirstOrDefault(o => o.Language == _work.Options.Language) is { } same)
        {
            throw new ImportException($"--language must differ from the original language: '{same.Slug}' was written in {same.Language}.");
        }

        if (originals.Length != document.Entries.Length)
        {
            throw new ImportException([
                $"{_work.File.Name} has {document.Entries.Length} questions, but the topic '{_topic}' has {originals.Length} entries. A translation needs one question for each, in this order:",
                .. originals.Select((o, i) => $"{i + 1}. {o.Slug}"),
            ]);
        }
    }

    /// <summary>A question that is nearly the present translation of another entry, whose own place has none as near, is in the wrong place.</summary>
    private static void EnsureSameOrder(FaqDocument document, Original[] originals, Dictionary<Guid, ExistingEntry> known)
    {
        var present = Array.ConvertAll(originals, o => known.GetValueOrDefault(o.Id)?.Question ?? "");
        var own = document.Entries
            .Zip(present, (entry, question) => entry.Question == question ? 1 : NearestText.Similarity(entry.Question, question))
            .ToArray();
        var nearest = new NearestText(present);
        var faults = new List<string>();
        foreach (var (i, entry) in document.Entries.Index().Where(e => own[e.Index] < 1))
        {
            var (other, similarity) = nearest.Find(entry.Question);
            if (similarity > NearlyTheSame && similarity > own[i] && similarity > own[other])
            {
                faults.Add(
                    $"line {entry.Line}: \"{entry.Question}\" is at the position of the entry {originals[i].Slug}, but resembles the current translation of " +
                    $"{originals[other].Slug}, \"{present[other]}\". Put the questions in the order of the entries.");
            }
        }

        if (faults.Count > 0)
        {
            throw new ImportException([.. faults]);
        }
    }

    private async Task NameTopic(Guid topic, string? name, Guid source)
    {
        TopicName[] names = [.. await Query<TopicName>(TopicNamesSql, topic)];
        var known = names.FirstOrDefault(n => n.Language == _work.Options.Language);
        var isLeft = known is { Status: "withdrawn" } or { TranslatedFrom: null }
            || (known is { Status: "published" } && known.Name == name && (_work.Options.Origin ?? known.Origin) == known.Origin);
        if (name is null || isLeft)
        {
            return;
        }

        await Translating(names.FirstOrDefault()?.Language).Publish(topic, ContentHash.Compute(name, null), source);
        await _queries.WriteTopic(topic, name);
        _work.Report.Add("topics translated", $"{_topic} ({_work.Options.Language}): {name}");
    }

    /// <summary>The n-th placeholder of a translated answer is the n-th of the original, whatever its text is; of fewer, nobody knows which.</summary>
    private Task<int> LeadPlaceholders(IEnumerable<(string Original, string Translated)> answers) =>
        _work.Connection.ExecuteAsync(new(
            LeadSql,
            answers
                .Select(a => (Original: Placeholders(a.Original), Translated: Placeholders(a.Translated)))
                .Where(a => a.Original.Length <= a.Translated.Length)
                .SelectMany(a => a.Original.Zip(a.Translated, (original, translated) => new { Original = original, Translated = translated }))
                .ToArray(),
            cancellationToken: _work.Ct));

    private static string[] Placeholders(string answer) =>
        [.. Markdown.Links(answer).Select(AnswerLinks.TargetOf).OfType<string>().Where(t => t[0] == '#')];

    private async Task Write(Original original, EntryContent given, ExistingEntry? known, Guid topic, Guid source)
    {
        var content = given.MergeWith(known);
        var heading = known switch
        {
            { Status: "withdrawn" } => "withdrawn, not changed",
            not null when known.Matches(content, _work.Options.Origin) => known.Outdated ? "unchanged, but outdated: the original has changed" : "unchanged",
            null => "created",
            _ => "changed",
        };
        _work.Report.Add(heading, $"{original.Slug} ← {content.Question}");
        if (heading is "created" or "changed")
        {
            await Translating(original.Language).Publish(original.Id, content, known, source);
            await _queries.WriteContent(original.Id, topic, content);
        }
    }

    private ImportContext Translating(string? language) => _work with { TranslatedFrom = language };

    private Task<IEnumerable<T>> Query<T>(string sql, Guid topic) =>
        _work.Connection.QueryAsync<T>(new(sql, new { Topic = topic, _work.Options.Language }, cancellationToken: _work.Ct));

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
