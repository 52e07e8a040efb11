using FreedomCities.Api.Http.Responses;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>Position in a list, and the size of the page after it.</summary>
internal sealed class Cursor(HttpContext http, int size, CursorSigner signer, Languages languages, string[]? after)
{
    /// <summary>Sort values of the last record of the previous page. Null: first page.</summary>
    public string[]? After => after;

    public Languages Languages => languages;

    /// <summary>Number of rows to query: one more than the page, to know whether there is a next page.</summary>
    public int Rows => size + 1;

    public Page<T> CreatePage<T>(T[] rows)
        where T : IListed
    {
        if (rows.Length <= size)
        {
            return new Page<T> { Items = [.. rows], Next = null };
        }

        var others = http.Request.Query.Where(p => p.Key is not "cursor").Select(p => KeyValuePair.Create(p.Key, p.Value));
        var cursor = KeyValuePair.Create("cursor", new StringValues(signer.Sign(rows[size - 1].CursorKey)));
        var next = http.Request.PathBase + http.Request.Path + QueryString.Create(others.Append(cursor));
        http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        return new Page<T> { Items = [.. rows.Take(size)], Next = next };
    }
}
