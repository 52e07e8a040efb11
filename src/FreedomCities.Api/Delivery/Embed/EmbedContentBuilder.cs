using FreedomCities.Api.Content;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Delivery.Search;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Reads what an embed page shows.</summary>
internal sealed class EmbedContentBuilder(
    FaqQueries faqs, TopicQueries topics, ContactQueries contacts, MissingRecordQueries missing, SearchService search, PublicUrl site)
{
    public async Task<EmbedContent> Build(EmbedFaqsRequest request, Cursor cursor, CancellationToken ct)
    {
        if (request.Slug is null)
        {
            return await Create(request, await Read(request.Topic, slugs: null, cursor, ct), cursor, ct);
        }

        var answers = await Read(request.Topic, SlugList.From([request.Slug.Text]), cursor, ct);
        return answers.Items is [{ Faq: var faq }]
            ? await Create(request with { Slug = Slug.From(faq.Slug) }, answers, cursor, ct)
            : await Create(request, answers, cursor, ct) with { Withdrawal = await FindWithdrawal(request.Slug, cursor.Languages, ct) };
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
            var known = await missing.FindByAnySlug("faq", request.Slug!.Text, ct);
            var faq = known?.Slug is null ? null : await faqs.Find(known.Slug, include: null, languages, ct);
            return faq?.Read<Faq>() is { } current ? (current.Question, request with { Slug = Slug.From(current.Slug) }) : null;
        }

        return await topics.FindByAnySlug(request.Topic.Text, languages, ct) is { } topic
            ? (topic.Name, request with { Topic = Slug.From(topic.Slug) })
            : null;
    }

    /// <summary>Why a page shows nothing: its record was withdrawn, or never was there.</summary>
    public async Task<ProblemHttpResult> ExplainAbsence(EmbedFaqsRequest request, CancellationToken ct)
    {
        var (type, what, slug) = request.Topic is null ? ("faq", "FAQ entry", request.Slug!) : ("topic", "topic", request.Topic);
        return await missing.FindByAnySlug(type, slug.Text, ct) is { IsWithdrawn: true } known
            ? known.CreateGone(what)
            : ProblemResults.NothingToEmbed();
    }

    private async Task<EmbedWithdrawal?> FindWithdrawal(Slug slug, Languages languages, CancellationToken ct)
    {
        if (await missing.FindByAnySlug("faq", slug.Text, ct) is not { IsWithdrawn: true } known)
        {
            return null;
        }

        var instead = known.ReplacedBy is null ? null : await faqs.Find(known.ReplacedBy, include: null, languages, ct);
        return new EmbedWithdrawal(known.WithdrawnAt!.Value, known.WithdrawalReason!, instead?.Read<Faq>());
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
