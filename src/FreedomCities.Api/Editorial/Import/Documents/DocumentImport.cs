using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>
/// Imports an FAQ document: its title is a topic, every question an entry, every link a resource. An entry is its topic and question;
/// a changed question with the same answer is the same entry.
/// </summary>
internal sealed class DocumentImport
{
    private const double AlmostTheSame = 0.6;

    private readonly ImportContext _work;
    private readonly DocumentQueries _queries;
    private readonly ImportReport _report;

    private DocumentImport(ImportContext work) =>
        (_work, _queries, _report) = (work, new DocumentQueries(work.Connection, work.Options.Language, work.Ct), work.Report);

    public static Task Run(ImportContext work, FaqDocument document) => new DocumentImport(work).Run(document);

    private async Task Run(FaqDocument document)
    {
        _report.Always("created", "changed", "unchanged", "no longer in the document (still published)", "resources created", "placeholders", "e-mail addresses and phone numbers");
        var (source, title) = await EntryResolver.Source(_work, document);
        var topic = await Topic(document, source);
        var contents = await EntryResolver.Resolve(_work, document, source);
        var known = await _queries.Entries(topic);
        var entries = EntryPlacement.PlaceAll(contents, known, title);
        await Write(entries, topic, source);
        ReportAbsent(known.Except(entries.Select(e => e.Known).OfType<ExistingEntry>()), title);
    }

    private async Task<Guid> Topic(FaqDocument document, Guid source)
    {
        var name = document.Subject;
        var slug = _work.Options.Topic ?? Slugs.FromText(
            name ?? throw new ImportException($"{_work.File.Name} has no title before its first question. Add one, or name the topic with --topic."), "topic");
        var topic = await _work.Publisher.Find("topic", slug);
        if (topic is { } id && (name is null || await _queries.HasTopicWords(id)))
        {
            return id;
        }

        if (name is null)
        {
            throw new ImportException($"No topic has the slug '{slug}', and the document has no title to create it with.");
        }

        var near = topic is null ? await NearTopic(name) : null;
        var made = topic ?? (await _work.Publisher.Create("topic", slug)).Id;
        await _work.Publish(made, ContentHash.Compute(name, null), source);
        await _queries.WriteTopic(made, name);
        var hint = near is null ? "" : $" (did you mean the existing topic? Use --topic {near})";
        _report.Add("topics created", $"{slug}: {name}{hint}");
        return made;
    }

    /// <summary>Slug of a topic that is called almost the same.</summary>
    private async Task<string?> NearTopic(string name)
    {
        var topics = await _queries.TopicNames();
        return new NearestText([.. topics.Select(t => t.Name)]).Find(name) is { Similarity: > AlmostTheSame } near ? topics[near.Index].Slug : null;
    }

    private async Task Write(EntryPlacement[] entries, Guid topic, Guid source)
    {
        var first = entries.FirstOrDefault(e => e.Stays)?.Known;
        var last = await _queries.PositionBefore(first?.Position);
        for (var i = 0; i < entries.Length;)
        {
            var together = entries.Skip(i).TakeWhile(e => !e.Stays).ToArray();
            var positions = together.Length > 0 ? await _queries.PositionsAfter(last, together.Length) : [entries[i].Known!.Position];
            foreach (var position in positions)
            {
                await Write(entries[i++], topic, source, last = position);
            }
        }
    }

    private async Task Write(EntryPlacement entry, Guid topic, Guid source, string position)
    {
        var (content, known, stays) = entry;
        if (known is not null && !stays)
        {
            await _queries.WriteEntry(known.Id, position, content.Jurisdiction);
            _report.Add("moved", known.Slug);
        }

        if (known is not null && (known.Status == "withdrawn" || known.Matches(content, _work.Options.Origin)))
        {
            _report.Add(known.Status == "withdrawn" ? "withdrawn, not changed" : "unchanged", known.Slug);
            return;
        }

        var (id, slug) = known is null
            ? await _work.Publisher.Create("faq", Slugs.FromText(content.Question, "faq"))
            : (known.Id, known.Slug);
        await _work.Publish(id, content, known, source);
        if (known is null || stays)
        {
            await _queries.WriteEntry(id, position, content.Jurisdiction);
        }

        await _queries.WriteContent(id, topic, content);
        if (known is not null && known.ContentHash != content.Hash)
        {
            await _work.Outdate(id);
        }

        _report.Add(known is null ? "created" : "changed", slug);
    }

    private void ReportAbsent(IEnumerable<ExistingEntry> absent, string title)
    {
        foreach (var entry in absent.Where(e => e.SourceTitle == title && e.Status != "withdrawn"))
        {
            _report.Add("no longer in the document (still published)", entry.Slug);
        }
    }
}
