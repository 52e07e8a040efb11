using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>Resolves the links of a document to resources, and the e-mail addresses and phone numbers to contacts.</summary>
internal sealed class EntryResolver
{
    private readonly ImportContext _context;
    private readonly FaqDocument _document;
    private readonly Guid _source;

    private EntryResolver(ImportContext context, FaqDocument document, Guid source) =>
        (_context, _document, _source) = (context, document, source);

    /// <summary>The entries in the document's order. Missing resources are created.</summary>
    public static Task<EntryContent[]> Resolve(ImportContext context, FaqDocument document, Guid source) =>
        new EntryResolver(context, document, source).Resolve();

    /// <summary>The source document's id and title. Text that belongs to no entry is reported.</summary>
    public static async Task<(Guid Id, string Title)> ResolveSource(ImportContext context, FaqDocument document)
    {
        if ((context.Options.SourceTitle ?? document.Title) is null && !context.File.HasName)
        {
            throw new ImportException("The document on standard input has no title. Give one with --source-title.");
        }

        var title = ImportFile.Normalize(context.Options.SourceTitle ?? document.Title ?? context.File.Name);
        if (title.Length is 0 or > 300)
        {
            throw new ImportException("The title of the source must have 1 to 300 characters.");
        }

        return (await context.Publisher.EnsureSource(title, context.File.Sha256, context.Options.Date), title);
    }

    private async Task<EntryContent[]> Resolve()
    {
        var links = await AnswerLinks.Load(
            _context.Connection, _document.Entries.Select(e => e.Answer), _context.Options.Language, _context.Ct);
        await CreateResources(links);

        var answers = _document.Entries.Select(e => links.Render(e.Answer)).ToArray();
        var mentions = await ContactMentions.Load(_context.Connection, answers, _context.Ct);
        return [.. _document.Entries.Zip(answers, (entry, answer) => new EntryContent(
            entry.Question, entry.Answer, answer, entry.Aliases, _context.Options.Jurisdiction,
            [.. links.FindResources(entry.Answer).Select(r => r.Id)],
            [.. ReportMentions(mentions, answer).Select(m => m.Contact).OfType<Guid>().Distinct()]))];
    }

    private async Task CreateResources(AnswerLinks links)
    {
        foreach (var link in _document.Entries.SelectMany(e => Markdown.Links(e.Answer)))
        {
            var target = AnswerLinks.FindTarget(link);
            if (target is null)
            {
                ReportTextLink(link);
            }
            else if (!links.Contains(target))
            {
                links.Add(await CreateResource(link, target));
            }

            if (target is ['#', ..])
            {
                var resource = links.FindResources($"[{link.Label}](#)").FirstOrDefault();
                _context.Report.Add("placeholders", $"\"{Markdown.PlainText(link.Label)}\": {resource?.Slug}");
            }
        }
    }

    private async Task<LinkedResource> CreateResource(MarkdownLink link, string target)
    {
        var content = LinkTarget.NewResource(link, target);
        var (id, slug) = await _context.Publisher.Create("resource", Slugs.FromText(content.Title, "resource"));
        await ResourceWriter.Write(_context, id, content, _source);
        _context.Report.Add("resources created", $"{slug}: {content.Kind}, {content.Url ?? "placeholder"}");
        return new LinkedResource { Target = target, Id = id, Slug = slug, Url = content.Url, Title = content.Title };
    }

    private void ReportTextLink(MarkdownLink link)
    {
        if (link.IsImage || !Markdown.IsSafe(link.Target))
        {
            _context.Report.Add("links served as plain text", $"{(link.IsImage ? "image " : "")}{link.Target}: {link.Label}");
        }
    }

    private Mention[] ReportMentions(ContactMentions mentions, Answer answer)
    {
        var found = mentions.FindAll(answer);
        Array.ForEach(found, m => _context.Report.Add("e-mail addresses and phone numbers", $"{m.Written}: {m.Slug ?? "unknown"}"));
        return found;
    }
}
