using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Import.Documents.Planning;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>Imports resources.json. An answer that links to a changed resource is published again with the present link.</summary>
internal static class ResourceImport
{
    private const string SameUrlSql = """
        select string_agg(r.slug, ' and ' order by r.slug) || ' have the same url ' || s.url
        from resource s
        join record r on r.id = s.id
        where s.url = any (@Urls)
        group by s.url
        having count(*) > 1
        """;

    private const string MissingPartsSql = """
        select r.slug
        from resource s
        join record r on r.id = s.id
        join record p on p.id = s.parent_id
        where p.slug = any (@Parents)
          and r.slug <> all (@Parts)
          and served_language(s.id, '{}') is not null
        order by s.family, s.place, s.id
        """;

    private const string LinkingAnswersSql = """
        select f.faq_id as id, r.slug, f.language, f.question, f.answer_written as written, t.content_hash, t.source_document_id as source,
          array(
            select fs.resource_id from faq_resource fs where fs.faq_id = f.faq_id and fs.language = f.language order by fs.position
          ) as resources
        from faq_translation f
        join translation t on t.record_id = f.faq_id and t.language = f.language and t.status in ('published', 'withdrawn')
        join record r on r.id = f.faq_id
        where (f.faq_id, f.language) in (
          select fs.faq_id, fs.language from faq_resource fs where fs.resource_id = any (@Resources)
        )
        order by f.language, f.faq_id
        """;

    public static async Task Run(ImportContext context, ResourcesFile file)
    {
        context.Report.WithHeadings(
            "created", "changed", "unchanged", "no longer in the file (still published)", "answers with updated links");
        await KnownZones.Ensure(context, "eventZone", ResourcesFileValidator.All(file.Resources).Select(r => (r.Slug, r.EventZone)));
        var changed = new List<Guid>();
        foreach (var resource in file.Resources)
        {
            var id = await Write(context, resource, parent: null, place: null, changed);
            foreach (var (part, i) in (resource.Parts ?? []).Select((p, i) => (p, i)))
            {
                await Write(context, part, resource, new PartPlace(id, i + 1), changed);
            }
        }

        await EnsureUniqueUrls(context, file);
        await ReportMissingParts(context, file);
        await UpdateAnswers(context, changed);
    }

    private static async Task<Guid> Write(
        ImportContext context, FileResource resource, FileResource? parent, PartPlace? place, List<Guid> changed)
    {
        var content = new ResourceContent(
            resource.Kind, resource.Title, resource.Description, resource.Url is null ? null : LinkTarget.NormalizeUrl(resource.Url),
            resource.Placeholder, place?.Parent, parent?.Slug, place?.Position,
            ContentEvent.Create(resource.EventDate, resource.EventTime, resource.EventZone));
        var id = await Write(context, resource, content, changed);
        foreach (var (language, text) in resource.Translations ?? [])
        {
            var translated = content with { Title = text.Title, Description = text.Description };
            await Write(ForTranslation(context, language, text), resource, translated, changed);
        }

        return id;
    }

    private static Task<Guid> Write(ImportContext context, FileResource resource, ResourceContent content, List<Guid> changed) =>
        ExistingRecord.Write(
            context, "resource", resource.Slug, resource.Source, content.Hash, changed,
            (id, source) => ResourceWriter.Write(context, id, content, source));

    private static ImportContext ForTranslation(ImportContext context, string language, FileTranslation text)
    {
        var canonical = LanguageTag.Canonical(language);
        return canonical == context.Options.Language
            ? throw new ImportException($"{context.File.Name}: a translation has the language of the file itself, {language}.")
            : context with
            {
                TranslatedFrom = context.Options.Language,
                Options = context.Options with { Language = canonical, Origin = text.Origin },
            };
    }

    private static async Task EnsureUniqueUrls(ImportContext context, ResourcesFile file)
    {
        var urls = ResourcesFileValidator.All(file.Resources).Select(r => r.Url).OfType<string>().Select(LinkTarget.NormalizeUrl).ToArray();
        var shared = await context.Connection.Query<string>(SameUrlSql, new { Urls = urls }, context.Ct);
        if (shared.Length > 0)
        {
            throw new ImportException([.. shared.Select(s => $"{context.File.Name}: {s}. A URL can belong to only one resource.")]);
        }
    }

    private static Task ReportMissingParts(ImportContext context, ResourcesFile file)
    {
        var parents = file.Resources.Where(r => r.Parts is not null).ToArray();
        var parts = parents.SelectMany(r => r.Parts!).Select(p => p.Slug).ToArray();
        var values = new { Parents = parents.Select(r => r.Slug).ToArray(), Parts = parts };
        return context.ReportSlugs("no longer in the file (still published)", MissingPartsSql, values);
    }

    /// <summary>Publishes the answers again that link to changed resources.</summary>
    public static async Task UpdateAnswers(ImportContext context, List<Guid> changed)
    {
        var answers = await context.Connection.Query<LinkingAnswer>(LinkingAnswersSql, new { Resources = changed.ToArray() }, context.Ct);
        foreach (var ofLanguage in answers.GroupBy(a => a.Language, StringComparer.Ordinal))
        {
            var links = await AnswerLinks.Load(
                context.Connection, ofLanguage.SelectMany(a => Markdown.Links(a.Written)), ofLanguage.Key, context.Ct);
            var queries = new DocumentQueries(context.Connection, ofLanguage.Key, context.Ct);
            foreach (var answer in ofLanguage)
            {
                await Update(context, queries, answer, answer.Render(links));
            }
        }
    }

    private static async Task Update(ImportContext context, DocumentQueries queries, LinkingAnswer answer, EntryContent content)
    {
        if (content.Hash != answer.ContentHash || !content.Resources.AsSpan().SequenceEqual(answer.Resources))
        {
            await context.Publisher.Republish(answer.Id, answer.Language, content.Hash, answer.Source);
            await queries.WriteText(answer.Id, content);
            context.Report.Add("answers with updated links", $"{answer.Slug} ({answer.Language})");
        }
    }

    private sealed record PartPlace(Guid Parent, int Position);

    private sealed record LinkingAnswer
    {
        public required Guid Id { get; init; }

        public required string Slug { get; init; }

        public required string Language { get; init; }

        public required string Question { get; init; }

        public required string Written { get; init; }

        public required string ContentHash { get; init; }

        public required Guid Source { get; init; }

        public required Guid[] Resources { get; init; }

        public EntryContent Render(AnswerLinks links)
        {
            var parsed = ParsedMarkdown.Parse(Written);
            return new EntryContent(
                Question,
                Written,
                links.Render(parsed),
                Aliases: null,
                Jurisdiction: null,
                [.. links.FindResources(parsed).Select(r => r.Id)],
                Contacts: []);
        }
    }
}
