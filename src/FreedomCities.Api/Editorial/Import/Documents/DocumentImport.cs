using FreedomCities.Api.Content;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>
/// Imports an FAQ document: its title is a topic, each question an entry, each link a resource. An entry is identified by its topic and
/// question. A changed question with the same answer is the same entry.
/// </summary>
internal sealed class DocumentImport
{
    private const double MinTopicSimilarity = 0.6;

    private readonly ImportContext _context;
    private readonly DocumentQueries _queries;
    private readonly ImportReport _report;

    private DocumentImport(ImportContext context)
    {
        (_context, _report) = (context, context.Report);
        _queries = new DocumentQueries(context.Connection, context.Options.Language, context.Ct);
    }

    public static Task Run(ImportContext context, FaqDocument document) => new DocumentImport(context).Run(document);

    private async Task Run(FaqDocument document)
    {
        _report.WithHeadings(
            "created", "changed", "unchanged", "no longer in the document (still published)",
            "resources created", "placeholders", "e-mail addresses and phone numbers");
        var (source, title) = await EntryResolver.ResolveSource(_context, document);
        var topic = await EnsureTopic(document, source);
        var contents = await EntryResolver.Resolve(_context, document, source);
        var existing = await _queries.Entries(topic);
        var entries = EntryPlacement.Plan(contents, existing, title);
        await Write(entries, topic, source);
        ReportMissing(existing.Except(entries.Select(e => e.Existing).OfType<ExistingEntry>()), title);
    }

    private async Task<Guid> EnsureTopic(FaqDocument document, Guid source)
    {
        var name = document.Subject;
        var slug = _context.Options.Topic ?? Slugs.FromText(name ?? throw NoTitle(), "topic");
        var existing = await _context.Publisher.Find("topic", slug);
        if (existing is { } found && (name is null || await _queries.HasTopicName(found)))
        {
            return found;
        }

        // A document without a title gets the words of the slug that its topic was given.
        name ??= string.Concat(slug[..1].ToUpperInvariant(), slug.AsSpan(1)).Replace('-', ' ');
        var similar = existing is null ? await FindSimilarTopic(name) : null;
        var id = existing ?? (await _context.Publisher.Create("topic", slug)).Id;
        await _context.Publish(id, ContentHash.Compute(name, null), source);
        await _queries.WriteTopic(id, name);
        var hint = similar is null ? "" : $" (did you mean the existing topic? Use --topic {similar})";
        _report.Add("topics created", $"{slug}: {name}{hint}");
        return id;
    }

    private ImportException NoTitle() => new(
        $"{_context.File.Name} has no title before its first question. Add one, or name the topic with --topic.");

    /// <summary>The slug of a topic with a similar name; null: there is none.</summary>
    private async Task<string?> FindSimilarTopic(string name)
    {
        var topics = await _queries.TopicNames();
        var (index, similarity) = new NearestText([.. topics.Select(t => t.Name)]).Find(name);
        return similarity > MinTopicSimilarity ? topics[index].Slug : null;
    }

    private async Task Write(EntryPlacement[] entries, Guid topic, Guid source)
    {
        var first = entries.FirstOrDefault(e => e.KeepsPosition)?.Existing;
        var last = await _queries.PositionBefore(first?.Position);
        for (var i = 0; i < entries.Length;)
        {
            var movedCount = entries.Skip(i).TakeWhile(e => !e.KeepsPosition).Count();
            var positions = movedCount > 0 ? await _queries.PositionsAfter(last, movedCount) : [entries[i].Existing!.Position];
            foreach (var position in positions)
            {
                await Write(entries[i++], topic, source, last = position);
            }
        }
    }

    private async Task Write(EntryPlacement entry, Guid topic, Guid source, string position)
    {
        var (content, existing, keepsPosition) = entry;
        if (existing is not null && !keepsPosition)
        {
            await _queries.WriteEntry(existing.Id, position, content.Jurisdiction);
            _report.Add("moved", existing.Slug);
        }

        if (existing is not null && (existing.Status == "withdrawn" || existing.Matches(content, _context.Options.Origin)))
        {
            _report.Add(existing.Status == "withdrawn" ? "withdrawn, not changed" : "unchanged", existing.Slug);
            return;
        }

        var (id, slug) = existing is null
            ? await _context.Publisher.Create("faq", Slugs.FromText(content.Question, "faq"))
            : (existing.Id, existing.Slug);
        await _context.Publish(id, content, existing, source);
        if (existing is null || keepsPosition)
        {
            await _queries.WriteEntry(id, position, content.Jurisdiction);
        }

        await _queries.WriteContent(id, topic, content);
        if (existing is not null && existing.ContentHash != content.Hash)
        {
            await _context.Outdate(id);
        }

        _report.Add(existing is null ? "created" : "changed", slug);
    }

    private void ReportMissing(IEnumerable<ExistingEntry> missing, string title)
    {
        foreach (var entry in missing.Where(e => e.SourceTitle == title && e.Status != "withdrawn"))
        {
            _report.Add("no longer in the document (still published)", entry.Slug);
        }
    }
}
