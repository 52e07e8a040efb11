using System.Text;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Delivery.Embed;

/// <summary>The body that a search box sends.</summary>
internal static class EmbedSearchForm
{
    private const string MediaType = "application/x-www-form-urlencoded";

    /// <returns>Null: the body is no form.</returns>
    public static async Task<QueryText?> Read(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var body = await RequestBody.Read(http);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Written.Span));
        return QueryText.From(form.TryGetValue("q", out var q) && InputText.IsText(q.ToString()) ? q.ToString() : "");
    }
}
