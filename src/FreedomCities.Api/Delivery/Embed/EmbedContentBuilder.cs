using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>Reads what the page of a topic shows.</summary>
internal sealed class EmbedContentBuilder(FaqQueries faqs, TopicQueries topics, PublicUrl site)
{
    public async Task<EmbedContent> Build(EmbedFaqsRequest request, Cursor cursor, CancellationToken ct)
    {
        var slug = request.Topic!.Text;
        var items = cursor.CreatePage(await faqs.List(new ListFaqsRequest(request.Topic), cursor, ct)).Convert(d => d.Read<Faq>());
        var topic = await topics.FindByAnySlug(slug, cursor.Languages, ct);
        var oembed = topic is null ? null : new EmbedAddress(topic.Slug, request.Lang).OEmbed(site);
        return new EmbedContent(topic?.Slug ?? slug, topic, items, cursor.Languages.Requested, oembed);
    }
}
