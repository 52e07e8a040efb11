using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>Resolves the links of a document to resources, and the e-mail addresses and phone numbers to contacts. It only reads.</summary>
internal sealed class EntryResolver
{
    private readonly ImportContext _context;
    private readonly DocumentEntry[] _entries;
    private readonly HashSet<Guid> _linked;
    private readonly List<(string Heading, string Line)> _notes = [];
    private readonly List<PlannedResource> _resources = [];

    private EntryResolver(ImportContext context, DocumentEntry[] entries, IEnumerable<ExistingEntry> existing) =>
        (_context, _entries, _linked) = (context, entries, [.. existing.SelectMany(e => e.Resources)]);

    /// <param name="existing">The stored entries. A placeholder in them is filled by a link with the same text.</param>
    /// <returns>The entries in the document's order.</returns>
    public static Task<ResolvedEntries> Resolve(ImportContext context, FaqDocument document, IEnumerable<ExistingEntry> existing) =>
        new EntryResolver(context, document.Entries, existing).Resolve();

    private async Task<ResolvedEntries> Resolve()
    {
        var links = await AnswerLinks.Load(
            _context.Connection, _entries.SelectMany(e => e.Parsed.Links), _context.Options.Language, _context.Ct);
        var missing = _entries.SelectMany(e => e.Parsed.Links)
            .Select(l => (Link: l, Target: AnswerLinks.FindTarget(l)))
            .Where(l => l.Target is not null && !links.Contains(l.Target))
            .Select(l => Slugs.FromText(LinkTarget.NewResource(l.Link, l.Target!).Title, "resource"));
        var slugs = await SlugAllocation.Load(_context.Connection, "resource", missing, _context.Ct);
        foreach (var link in _entries.SelectMany(e => e.Parsed.Links))
        {
            Plan(link, links, slugs);
        }

        var answers = _entries.Select(e => links.Render(e.Parsed)).ToArray();
        var mentions = await ContactMentions.FindAll(_context.Connection, answers, _context.Ct);
        Array.ForEach(mentions, NoteMentions);
        var contents = _entries.Zip(answers, mentions).Select(e => new EntryContent(
            e.First.Question, e.First.Answer, e.Second, e.First.Aliases, _context.Options.Jurisdiction,
            [.. links.FindResources(e.First.Parsed).Select(r => r.Id)],
            [.. e.Third.Select(m => m.Contact).OfType<Guid>().Distinct()])
        {
            Section = e.First.IsRepeated && e.First.Section.Length > 0 ? e.First.Section : null,
        });
        return new ResolvedEntries([.. contents], [.. _resources], [.. _notes]);
    }

    private void Plan(MarkdownLink link, AnswerLinks links, SlugAllocation slugs)
    {
        var target = AnswerLinks.FindTarget(link);
        if (target is null)
        {
            NoteTextLink(link);
            return;
        }

        if (!links.Contains(target))
        {
            links.Add(PlanResource(link, target, links, slugs));
        }

        if (target is ['#', ..])
        {
            _notes.Add(("placeholders", $"\"{Markdown.PlainText(link.Label)}\": {links.Find(target)?.Slug}"));
        }
    }

    private LinkedResource PlanResource(MarkdownLink link, string target, AnswerLinks links, SlugAllocation slugs)
    {
        if (links.FindPlaceholder(link) is { } placeholder && _linked.Contains(placeholder.Id))
        {
            _resources.Add(new PlannedResource(
                placeholder.Id, placeholder.Slug, placeholder.Language, placeholder.Fill(target), IsFilled: true));
            links.Add(placeholder with { Url = target });
            return placeholder with { Url = target, Target = target };
        }

        var content = LinkTarget.NewResource(link, target);
        var (id, slug) = (_context.Publisher.NewId(), slugs.Take(Slugs.FromText(content.Title, "resource")));
        _resources.Add(new PlannedResource(id, slug, _context.Options.Language, content, IsFilled: false));
        return new LinkedResource { Target = target, Id = id, Slug = slug, Url = content.Url, Title = content.Title };
    }

    private void NoteTextLink(MarkdownLink link)
    {
        if (link.IsImage || !Markdown.IsSafe(link.Target))
        {
            _notes.Add(("links served as plain text", $"{(link.IsImage ? "image " : "")}{link.Target}: {link.Label}"));
        }
    }

    private void NoteMentions(Mention[] found)
    {
        _notes.AddRange(found.Select(m => ("e-mail addresses and phone numbers", $"{m.Written}: {m.Slug ?? "unknown"}")));
        _notes.AddRange(found.Where(m => m.Doubt is not null).Select(m => ("phone numbers that differ from a contact's", m.Doubt!)));
    }
}
