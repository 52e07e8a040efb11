using Dapper;
using FreedomCities.Api.Editorial.Import.Documents;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>Imports resources.json. Answers follow: one that links to a changed resource shows its link as it is now.</summary>
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

    private const string AbsentPartsSql = """
        select r.slug
        from resource s
        join record r on r.id = s.id
        join record p on p.id = s.parent_id
        where p.slug = any (@Wholes)
          and r.slug <> all (@Parts)
          and served_language(s.id, '{}') is not null
        order by s.family, s.place, s.id
        """;

    private const string AnswersSql = """
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

    public static async Task Run(ImportContext work, ResourcesFile file)
    {
        work.Report.Always("created", "changed", "unchanged", "no longer in the file (still published)", "answers with updated links");
        var changed = new List<Guid>();
        foreach (var resource in file.Resources)
        {
            var id = await Write(work, resource, whole: null, parent: null, position: null, changed);
            foreach (var (part, i) in (resource.Parts ?? []).Select((p, i) => (p, i)))
            {
                await Write(work, part, resource, id, i + 1, changed);
            }
        }

        await RefuseSharedUrls(work, file);
        await ReportAbsentParts(work, file);
        await UpdateAnswers(work, changed);
    }

    private static async Task<Guid> Write(ImportContext work, FileResource resource, FileResource? whole, Guid? parent, int? position, List<Guid> changed)
    {
        var content = new ResourceContent(
            resource.Kind, resource.Title, resource.Description, resource.Url is null ? null : LinkTarget.OfUrl(resource.Url),
            resource.Placeholder, parent, whole?.Slug, position, resource.EventDate);
        var id = await Write(work, resource, content, changed);
        foreach (var (language, words) in resource.Translations ?? [])
        {
            await Write(ForLanguage(language, words, work), resource, content with { Title = words.Title, Description = words.Description }, changed);
        }

        return id;
    }

    private static Task<Guid> Write(ImportContext work, FileResource resource, ResourceContent content, List<Guid> changed) =>
        ExistingRecord.Write(
            work, "resource", resource.Slug, resource.Source, content.Hash, changed,
            (id, source) => ResourceWriter.Write(work, id, content, source));

    private static ImportContext ForLanguage(string language, FileTranslation words, ImportContext work) =>
        Languages.Canonical(language) is var canonical && canonical != work.Options.Language
            ? work with { TranslatedFrom = work.Options.Language, Options = work.Options with { Language = canonical, Origin = words.Origin } }
            : throw new ImportException($"{work.File.Name}: a translation has the language of the file itself, {language}.");

    private static async Task RefuseSharedUrls(ImportContext work, ResourcesFile file)
    {
        var urls = ResourcesFileValidator.All(file.Resources).Select(r => r.Url).OfType<string>().Select(LinkTarget.OfUrl).ToArray();
        var shared = await work.Connection.QueryAsync<string>(new(SameUrlSql, new { Urls = urls }, cancellationToken: work.Ct));
        if (shared.Any())
        {
            throw new ImportException([.. shared.Select(s => $"{work.File.Name}: {s}. A URL can belong to only one resource.")]);
        }
    }

    private static Task ReportAbsentParts(ImportContext work, ResourcesFile file)
    {
        var wholes = file.Resources.Where(r => r.Parts is not null).ToArray();
        var values = new { Wholes = wholes.Select(r => r.Slug).ToArray(), Parts = wholes.SelectMany(r => r.Parts!).Select(p => p.Slug).ToArray() };
        return work.ReportRows("no longer in the file (still published)", AbsentPartsSql, values);
    }

    private static async Task UpdateAnswers(ImportContext work, List<Guid> changed)
    {
        var answers = await work.Connection.QueryAsync<LinkingAnswer>(new(AnswersSql, new { Resources = changed.ToArray() }, cancellationToken: work.Ct));
        foreach (var inLanguage in answers.GroupBy(a => a.Language, StringComparer.Ordinal))
        {
            var links = await AnswerLinks.Load(work.Connection, inLanguage.Select(a => a.Written), inLanguage.Key, work.Ct);
            var queries = new DocumentQueries(work.Connection, inLanguage.Key, work.Ct);
            foreach (var answer in inLanguage)
            {
                var content = new EntryContent(answer.Question, answer.Written, links.Serve(answer.Written), Aliases: null, Jurisdiction: null, [.. links.FindResources(answer.Written).Select(r => r.Id)], []);
                if (content.Hash != answer.ContentHash || !content.Resources.AsSpan().SequenceEqual(answer.Resources))
                {
                    await work.Publisher.Republish(answer.Id, answer.Language, content.Hash, answer.Source);
                    await queries.WriteWords(answer.Id, content);
                    work.Report.Add("answers with updated links", $"{answer.Slug} ({answer.Language})");
                }
            }
        }
    }

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
    }
}
