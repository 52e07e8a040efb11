using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Reads what an embed page shows.</summary>
internal sealed class EmbedContentBuilder(
    FaqQueries faqs, TopicQueries topics, ContactQueries contacts, SearchService search, PublicUrl site)
{
    public async Task<EmbedContent> Build(EmbedFaqsRequest request, Cursor cursor, CancellationToken ct)
    {
        var slugs = request.Slug is null ? null : SlugList.From([request.Slug.Text]);
        return await Create(request, await Read(request.Topic, slugs, cursor, ct), cursor, ct);
    }

    /// <returns>Null: the search index has not been loaded yet.</returns>
    public async Task<EmbedContent?> Search(EmbedFaqsRequest request, QueryText query, Cursor cursor, CancellationToken ct)
    {
        var types = ChoiceList<Content.Vocabulary.RecordTypes>.From(["faq"]);
        var asked = new SearchRequest(query, types, request.Topic, Lang: request.Lang);
        if (await search.Search(asked, cursor.Languages, ct) is not { } results)
        {
            return null;
        }

        var slugs = Array.ConvertAll(results.Items, hit => hit.Slug);
        var answers = await Read(request.Topic, SlugList.From(slugs), cursor, ct);
        var ranked = new Page<EmbedAnswer> { Items = [.. answers.Items.OrderBy(a => Array.IndexOf(slugs, a.Faq.Slug))], Next = null };
        var people = results.Confident ? [] : await ReadContacts(cursor, ct);
        return await Create(request, ranked, cursor, ct) with
        {
            Search = new EmbedSearch(query.Text, results.DidYouMean, results.Confident, people),
        };
    }

    /// <summary>The title of a page, and the page by its current slug. Null: it shows nothing.</summary>
    public async Task<(string Title, EmbedFaqsRequest Page)?> FindTitle(EmbedFaqsRequest request, Languages languages, CancellationToken ct)
    {
        if (request.Topic is null)
        {
            var faq = await faqs.Find(request.Slug!.Text, include: null, languages, ct);
            return faq is null ? null : (faq.Read<Faq>().Question, request);
        }

        return await topics.FindByAnySlug(request.Topic.Text, languages, ct) is { } topic
            ? (topic.Name, request with { Topic = Slug.From(topic.Slug) })
            : null;
    }

    private async Task<EmbedContent> Create(EmbedFaqsRequest request, Page<EmbedAnswer> answers, Cursor cursor, CancellationToken ct)
    {
        var topic = request.Topic is null ? null : await topics.FindByAnySlug(request.Topic.Text, cursor.Languages, ct);
        var isFound = topic is not null || (request.Topic is null && answers.Items.Length > 0);
        var current = topic is null ? request : request with { Topic = Slug.From(topic.Slug) };
        return new EmbedContent(
            current, topic, answers, cursor.Languages.Requested, isFound ? new EmbedAddress(current).OEmbed(site) : null);
    }

    private async Task<Page<EmbedAnswer>> Read(Slug? topic, SlugList? slugs, Cursor cursor, CancellationToken ct)
    {
        var list = new ListFaqsRequest(topic, Slugs: slugs, Include: FaqInclude.From(["contacts"]));
        return cursor.CreatePage(await faqs.List(list, cursor, ct)).Convert(d => new EmbedAnswer(d.Read<Faq>(), ReadAll(d.Contacts!)));
    }

    private async Task<Contact[]> ReadContacts(Cursor cursor, CancellationToken ct) =>
        [.. ReadAll(await contacts.List(new ListContactsRequest(), cursor, ct)).OrderByDescending(c => c.Phones.Length > 0)];

    private static Contact[] ReadAll(ServedDocument[] documents) => Array.ConvertAll(documents, d => d.Read<Contact>());
}
