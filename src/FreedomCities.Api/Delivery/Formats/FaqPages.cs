using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Formats;

/// <summary>Reads the FAQ entries of a document in another format.</summary>
internal sealed class FaqPages(Cursors cursors, FaqQueries faqs)
{
    /// <summary>A page of entries; null: the cursor of the request is not of this list.</summary>
    public async Task<Page<Faq>?> Find(HttpContext http, FaqFormatRequest request, string sort, int limit)
    {
        var ct = http.RequestAborted;
        return await cursors.Open(http, request, limit, ct) is { } cursor
            ? cursor.CreatePage(await faqs.List(request.AsList(sort), cursor, ct)).Convert(d => d.Read<Faq>())
            : null;
    }
}
