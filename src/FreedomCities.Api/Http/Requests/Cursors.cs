using FreedomCities.Api.Http.Responses;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Keyset cursors: the place after which a list goes on, sealed for the list's path, filters, sort and languages.</summary>
internal sealed class Cursors(CursorSigners seals)
{
    /// <summary>Reads the parameter <c>cursor</c>; null: it was not given out for this list.</summary>
    public async Task<Cursor?> Open(HttpContext http, int? limit, Languages languages, CancellationToken ct)
    {
        var seal = await seals.For(Binding(http.Request, languages), ct);
        var given = http.Request.Query["cursor"].FirstOrDefault();
        var after = given is null ? null : seal.TryVerify(given);
        return given is null || after is not null ? new Cursor(http, limit ?? Page.DefaultLimit, seal, after) : null;
    }

    private static string Binding(HttpRequest request, Languages languages)
    {
        var filters = request.Query
            .Where(p => p.Key is not ("cursor" or "limit"))
            .Select(p => $"{p.Key}={p.Value}");
        return string.Join('\n', [request.Path.Value!, .. filters, .. languages.Candidates]);
    }
}

/// <summary>Where a list goes on.</summary>
internal sealed class Cursor(HttpContext http, int limit, CursorSigner seal, string[]? after)
{
    /// <summary>The order values of the last record that was delivered; null: the list starts.</summary>
    public string[]? After => after;

    /// <summary>How many records to fetch: one more than are delivered tells whether there is a next part.</summary>
    public int Rows => limit + 1;

    public Page<T> CreatePage<T>(T[] rows)
        where T : IListed
    {
        if (rows.Length <= limit)
        {
            return new Page<T> { Items = [.. rows], Next = null };
        }

        var others = http.Request.Query.Where(p => p.Key is not "cursor").Select(p => KeyValuePair.Create(p.Key, p.Value));
        var next = http.Request.PathBase + http.Request.Path + QueryString.Create(others.Append(new("cursor", seal.Sign(rows[limit - 1].CursorKey))));
        http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"");
        return new Page<T> { Items = [.. rows.Take(limit)], Next = next };
    }
}
