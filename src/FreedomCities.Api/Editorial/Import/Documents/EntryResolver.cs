using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Resources;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The entries of a document as they are to be served: what their links mean are resources, and they know the contacts that they name.</summary>
internal sealed class EntryResolver
{
    private readonly ImportContext _work;
    private readonly FaqDocument _document;
    private readonly Guid _source;

    private EntryResolver(ImportContext work, FaqDocument document, Guid source) => (_work, _document, _source) = (work, document, source);

    /// <summary>In the document's order. Resources that aren't known are made.</summary>
    public static Task<EntryContent[]> Resolve(ImportContext work, FaqDocument document, Guid source) => new EntryResolver(work, document, source).Read();

    /// <summary>This edition of the document; what of it belongs to no entry is reported.</summary>
    public static async Task<(Guid Id, string Title)> Source(ImportContext work, FaqDocument document)
    {
        if ((work.Options.SourceTitle ?? document.Title) is null && !work.File.HasName)
        {
            throw new ImportException("The document on standard input has no title. Give one with --source-title.");
        }

        var title = ImportFile.Normal(work.Options.SourceTitle ?? document.Title ?? work.File.Name);
        if (title.Length is 0 or > 300)
        {
            throw new ImportException("The title of the source must have 1 to 300 characters.");
        }

        if (document.Preamble.Length > 0)
        {
            work.Report.Add("text before the first question (not imported)", document.Preamble.ReplaceLineEndings(" "));
        }

        return (await work.Publisher.Source(title, work.File.Sha256), title);
    }

    private async Task<EntryContent[]> Read()
    {
        var links = await AnswerLinks.Load(_work.Connection, _document.Entries.Select(e => e.Answer), _work.Options.Language, _work.Ct);
        await MakeResources(links);

        var answers = _document.Entries.Select(e => links.Serve(e.Answer)).ToArray();
        var mentions = await ContactMentions.Load(_work.Connection, answers, _work.Ct);
        return [.. _document.Entries.Zip(answers, (entry, answer) => new EntryContent(
            entry.Question, entry.Answer, answer, entry.Aliases, _work.Options.Jurisdiction,
            [.. links.FindResources(entry.Answer).Select(r => r.Id)],
            [.. Mentions(mentions, answer).Select(m => m.Contact).OfType<Guid>().Distinct()]))];
    }

    private async Task MakeResources(AnswerLinks links)
    {
        foreach (var link in _document.Entries.SelectMany(e => Markdown.Links(e.Answer)))
        {
            var target = AnswerLinks.TargetOf(link);
            if (target is null)
            {
                ReportDropped(link);
            }
            else if (!links.Knows(target))
            {
                links.Add(await MakeResource(link, target));
            }

            if (target is ['#', ..])
            {
                _work.Report.Add("placeholders", $"\"{Markdown.PlainText(link.Label)}\": {links.FindResources($"[{link.Label}](#)").FirstOrDefault()?.Slug}");
            }
        }
    }

    private async Task<LinkedResource> MakeResource(MarkdownLink link, string target)
    {
        var content = LinkTarget.NewResource(link, target);
        var (id, slug) = await _work.Publisher.Create("resource", Slugs.FromText(content.Title, "resource"));
        await ResourceWriter.Write(_work, id, content, _source);
        _work.Report.Add("resources created", $"{slug}: {content.Kind}, {content.Url ?? "placeholder"}");
        return new LinkedResource { Target = target, Id = id, Slug = slug, Url = content.Url, Title = content.Title };
    }

    private void ReportDropped(MarkdownLink link)
    {
        if (link.IsImage || !Markdown.IsSafe(link.Target))
        {
            _work.Report.Add("links served as plain text", $"{(link.IsImage ? "image " : "")}{link.Target}: {link.Label}");
        }
    }

    private Mention[] Mentions(ContactMentions mentions, Answer answer)
    {
        var found = mentions.FindAll(answer);
        Array.ForEach(found, m => _work.Report.Add("e-mail addresses and phone numbers", $"{m.Written}: {m.Slug ?? "unknown"}"));
        return found;
    }
}
