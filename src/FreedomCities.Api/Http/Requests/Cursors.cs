using FreedomCities.Api.Http.Responses;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Keyset cursors: the position after which a list continues, signed for its path, filters, sort order and languages.</summary>
internal sealed class Cursors(CursorSigners seals)
{
    /// <summary>Reads the parameter <c>cursor</c>. Null: the cursor is not of this list.</summary>
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

/// <summary>Position in a list.</summary>
internal sealed class Cursor(HttpContext http, int limit, CursorSigner seal, string[]? after)
{
    /// <summary>Sort values of the last record of the previous page. Null: first page.</summary>
    public string[]? After => after;

    /// <summary>Number of rows to query: one more than the page, to know whether there is a next page.</summary>
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
