using FreedomCities.Api.Http.Responses;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>The place where a part of a list begins, and its size.</summary>
internal sealed class Cursor(HttpContext http, int size, CursorSigner signer, Languages languages, string[]? after)
{
    /// <summary>The order values of the last record that was delivered; null: the list starts.</summary>
    public string[]? After => after;

    public Languages Languages => languages;

    /// <summary>How many records to fetch. One more than the part holds shows whether there is a next part.</summary>
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
