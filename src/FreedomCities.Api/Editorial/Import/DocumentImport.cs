using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>
/// Imports an FAQ document: its title is a topic, every question an entry, every link a resource. An entry is its topic and question;
/// a changed question with the same answer is the same entry.
/// </summary>
internal sealed class DocumentImport
{
    private readonly ImportWork _work;
    private readonly DocumentQueries _queries;
    private readonly ImportReport _report;

    private DocumentImport(ImportWork work) =>
        (_work, _queries, _report) = (work, new DocumentQueries(work.Connection, work.Options.Language, work.Ct), work.Report);

    public static Task Run(ImportWork work, FaqDocument document) => new DocumentImport(work).Run(document);

    private async Task Run(FaqDocument document)
    {
        if (_work.Options.SourceTitle is { Length: 0 or > 300 })
        {
            throw new ImportException("The source's title must be 1 to 300 characters.");
        }

        _report.Always("made", "changed", "unchanged", "no longer in the document (kept)", "resources made", "placeholders", "e-mail addresses and phone numbers");
        var title = _work.Options.SourceTitle ?? document.Title ?? _work.File.Name;
        var source = await _work.Publisher.Source(title, _work.File.Sha256);
        if (document.Preamble.Length > 0)
        {
            _report.Add("words before the first question (not imported)", document.Preamble.ReplaceLineEndings(" "));
        }

        var topic = await Topic(document, source);
        var links = await AnswerLinks.Load(_work.Connection, document.Entries.Select(e => e.Answer), _work.Options.Language, _work.Ct);
        await MakeResources(document, links, source);

        var answers = document.Entries.Select(e => links.Serve(e.Answer)).ToArray();
        var mentions = await ContactMentions.Load(_work.Connection, answers, _work.Ct);
        var contents = document.Entries.Zip(answers, (entry, answer) => new EntryContent(
            entry.Question, entry.Answer, answer, _work.Options.Jurisdiction,
            [.. links.In(entry.Answer).Select(r => r.Id)],
            [.. Mentions(mentions, answer).Select(m => m.Contact).OfType<Guid>().Distinct()])).ToArray();

        var known = await _queries.Entries(topic);
        var entries = EntryPlacement.Of(contents, known, title);
        await Write(entries, topic, source);
        ReportAbsent(known.Except(entries.Select(e => e.Known).OfType<KnownEntry>()), title);
    }

    private async Task<Guid> Topic(FaqDocument document, Guid source)
    {
        var name = document.Subject;
        var slug = _work.Options.Topic ?? Slugs.Of(
            name ?? throw new ImportException($"{_work.File.Name} has no title before its first question: give one, or the topic with --topic."), "topic");
        var topic = await _work.Publisher.Find("topic", slug);
        if (topic is { } id && (name is null || await _queries.HasTopicWords(id)))
        {
            return id;
        }

        if (name is null)
        {
            throw new ImportException($"There is no topic '{slug}', and the document has no title to name it by.");
        }

        var made = topic ?? (await _work.Publisher.Create("topic", slug)).Id;
        await _work.Publisher.Publish(made, _work.Options.Language, ContentHash.Of(name, null), source);
        await _queries.WriteTopic(made, name);
        _report.Add("topics made", $"{slug}: {name}");
        return made;
    }

    private async Task MakeResources(FaqDocument document, AnswerLinks links, Guid source)
    {
        foreach (var link in document.Entries.SelectMany(e => Markdown.Links(e.Answer)))
        {
            var target = AnswerLinks.TargetOf(link);
            if (target is null)
            {
                ReportDropped(link);
            }
            else if (!links.Knows(target))
            {
                links.Add(await MakeResource(link, target, source));
            }

            if (target is ['#', ..])
            {
                _report.Add("placeholders", $"\"{Markdown.PlainText(link.Label)}\": {links.In($"[{link.Label}](#)").FirstOrDefault()?.Slug}");
            }
        }
    }

    private async Task<LinkedResource> MakeResource(MarkdownLink link, string target, Guid source)
    {
        var url = target[0] == '#' ? null : target;
        var text = link.IsBare ? "" : LinkTarget.TitleOfText(Markdown.PlainText(link.Label));
        var title = text.Length > 0 ? text : LinkTarget.TitleOf(target);
        var (id, slug) = await _work.Publisher.Create("resource", Slugs.Of(title, "resource"));
        var kind = url is null ? "document" : LinkTarget.KindOf(url);
        await ResourceWriter.Write(_work, id, new ResourceContent(kind, title, Description: null, url, IsPlaceholder: url is null), source);
        _report.Add("resources made", $"{slug}: {kind}, {url ?? "placeholder"}");
        return new LinkedResource { Target = target, Id = id, Slug = slug, Url = url, Title = title };
    }

    private void ReportDropped(MarkdownLink link)
    {
        if (link.IsImage || !Markdown.IsSafe(link.Target))
        {
            _report.Add("links that are served as text alone", $"{(link.IsImage ? "image " : "")}{link.Target}: {link.Label}");
        }
    }

    private Mention[] Mentions(ContactMentions mentions, Answer answer)
    {
        var found = mentions.In(answer);
        Array.ForEach(found, m => _report.Add("e-mail addresses and phone numbers", $"{m.Written}: {m.Slug ?? "unknown"}"));
        return found;
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

        if (known is not null && (known.Status == "withdrawn" || IsUnchanged(content, known)))
        {
            _report.Add(known.Status == "withdrawn" ? "withdrawn, left as they are" : "unchanged", known.Slug);
            return;
        }

        var (id, slug) = known is null
            ? await _work.Publisher.Create("faq", Slugs.Of(content.Question, "faq"))
            : (known.Id, known.Slug);
        await _work.Publisher.Publish(id, _work.Options.Language, content.Hash, source);
        if (known is null || stays)
        {
            await _queries.WriteEntry(id, position, content.Jurisdiction);
        }

        await _queries.WriteContent(id, topic, content);
        _report.Add(known is null ? "made" : "changed", slug);
    }

    private static bool IsUnchanged(EntryContent content, KnownEntry match) =>
        match.Status == "published"
        && match.Question == content.Question
        && match.Written == content.Written
        && match.ContentHash == content.Hash
        && (content.Jurisdiction is null || match.Jurisdiction == content.Jurisdiction)
        && match.Resources.AsSpan().SequenceEqual(content.Resources)
        && match.Contacts.AsSpan().SequenceEqual(content.Contacts);

    private void ReportAbsent(IEnumerable<KnownEntry> absent, string title)
    {
        foreach (var entry in absent.Where(e => e.SourceTitle == title && e.Status != "withdrawn"))
        {
            _report.Add("no longer in the document (kept)", entry.Slug);
        }
    }
}
