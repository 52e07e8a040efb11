using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;

namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>What is stored of a document and of all that it refers to. Loading it changes nothing.</summary>
/// <param name="Translations">Of each entry, the translations that aren't outdated, as slug (language).</param>
internal sealed record DocumentState(
    string SourceTitle,
    TopicPlan Topic,
    Dictionary<string, TopicPlan> Sections,
    ExistingEntry[] Existing,
    ILookup<Guid, string> Translations,
    ResolvedEntries Resolved,
    SlugAllocation Slugs)
{
    private const double MinTopicSimilarity = 0.6;

    private const string TranslationsSql = """
        select t.record_id as id, r.slug || ' (' || t.language || ')' as translation
        from translation t
        join record r on r.id = t.record_id
        where t.record_id = any (@Ids)
          and t.translated_from = @Language
          and not t.outdated
        order by t.record_id, t.language
        """;

    public static async Task<DocumentState> Load(ImportContext context, FaqDocument document)
    {
        var title = FindSourceTitle(context, document);
        var queries = new DocumentQueries(context.Connection, context.Options.Language, context.Ct);
        var topic = await FindTopic(context, queries, document.Subject);
        var existing = topic.IsNew ? [] : await queries.Entries(topic.Id);
        var resolved = await EntryResolver.Resolve(context, document, existing);
        var sections = new Dictionary<string, TopicPlan>(StringComparer.Ordinal);
        foreach (var section in resolved.Contents.Select(c => c.Section).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var slug = EntryContent.ToSectionSlug(topic.Slug, section);
            sections[section] = await FindTopic(context, queries, slug, section[..Math.Min(section.Length, MaxNameLength)]);
        }

        var translations = await context.Connection.Query<(Guid Id, string Translation)>(
            TranslationsSql, new { Ids = Array.ConvertAll(existing, e => e.Id), context.Options.Language }, context.Ct);
        var slugs = await SlugAllocation.Load(context.Connection, "faq", resolved.Contents.Select(c => c.ToSlug()), context.Ct);
        return new DocumentState(
            title, topic, sections, existing, translations.ToLookup(t => t.Id, t => t.Translation), resolved, slugs);
    }

    public static string FindSourceTitle(ImportContext context, FaqDocument document)
    {
        if ((context.Options.SourceTitle ?? document.Title) is null && !context.File.HasName)
        {
            throw new ImportException("The document on standard input has no title. Give one with --source-title.");
        }

        var title = ImportFile.Normalize(context.Options.SourceTitle ?? document.Title ?? context.File.Name);
        return title.Length is > 0 and <= MaxNameLength
            ? title
            : throw new ImportException($"The title of the source must have 1 to {MaxNameLength} characters.");
    }

    private const int MaxNameLength = 300;

    private static async Task<TopicPlan> FindTopic(ImportContext context, DocumentQueries queries, string? name)
    {
        if (context.Options.Topic is { } slug)
        {
            // A document without a title gets the words of the slug that its topic was given.
            var words = string.Concat(slug[..1].ToUpperInvariant(), slug.AsSpan(1)).Replace('-', ' ');
            return await FindTopic(context, queries, slug, name ?? words, name is not null);
        }

        var topic = name ?? throw new ImportException(
            $"{context.File.Name} has no title before its first question. Add one, or name the topic with --topic.");
        return await FindTopic(context, queries, Publishing.Slugs.FromText(topic, "topic"), topic);
    }

    private static async Task<TopicPlan> FindTopic(
        ImportContext context, DocumentQueries queries, string slug, string name, bool isNamed = true)
    {
        if (await context.Publisher.Find("topic", slug) is not { } id)
        {
            return new TopicPlan(context.Publisher.NewId(), slug, name, IsNew: true, await FindSimilar(queries, name));
        }

        return new TopicPlan(id, slug, isNamed && !await queries.HasTopicName(id) ? name : null, IsNew: false);
    }

    /// <summary>The slug of a topic with a similar name; null: there is none.</summary>
    private static async Task<string?> FindSimilar(DocumentQueries queries, string name)
    {
        var topics = await queries.TopicNames();
        var (index, similarity) = new NearestText([.. topics.Select(t => t.Name)]).Find(name);
        return similarity > MinTopicSimilarity ? topics[index].Slug : null;
    }
}
