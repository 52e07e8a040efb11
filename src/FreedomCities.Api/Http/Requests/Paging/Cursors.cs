namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>Keyset cursors: the position after which a list continues, signed for its path, filters, sort order and languages.</summary>
internal sealed class Cursors(CursorSigners signers)
{
    /// <summary>Position that a request continues from. Null: its cursor is not of this list.</summary>
    public Task<Cursor?> Open(HttpContext http, IListRequest request, CancellationToken ct) => Open(http, request, request.PageSize, ct);

    public async Task<Cursor?> Open(HttpContext http, IPagedRequest request, int size, CancellationToken ct)
    {
        var languages = Languages.Negotiate(http, request.Lang);
        var signer = await signers.Create(Binding(http.Request, languages), ct);
        var after = request.Cursor is null ? null : signer.Verify(request.Cursor);
        return request.Cursor is null || after is not null ? new Cursor(http, size, signer, languages, after) : null;
    }

    // The canonical request has each parameter once, in one order.
    private static string Binding(HttpRequest request, Languages languages)
    {
        var filters = request.Query
            .Where(p => p.Key is not ("cursor" or "limit"))
            .Select(p => $"{p.Key}={p.Value}");
        return string.Join('\n', [request.Path.Value!, .. filters, .. languages.Candidates]);
    }
}
