using System.Security.Cryptography;
using System.Text;
using FreedomCities.Api.Database;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Http;

/// <summary>
/// Keyset cursors: the place after which a list goes on, authenticated with a key that all instances share, and bound to
/// the list's path, filters, sort and languages.
/// </summary>
internal sealed class Cursors(SecretQueries secrets)
{
    private byte[]? _key;

    /// <summary>Reads the parameter <c>cursor</c>; null: it was not given out for this list.</summary>
    public async Task<Cursor?> Open(HttpContext http, int? limit, Languages languages, CancellationToken ct)
    {
        _key ??= await secrets.Find("cursor", ct);
        var cursor = new Cursor(http, limit ?? Page.DefaultLimit, _key, Binding(http.Request, languages));
        var given = http.Request.Query["cursor"].FirstOrDefault();
        return given is null || cursor.Unseal(given) ? cursor : null;
    }

    private static string Binding(HttpRequest request, Languages languages)
    {
        var filters = request.Query
            .Where(p => p.Key is not ("cursor" or "limit"))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key}={p.Value}");
        return string.Join('\n', [request.Path.Value!.TrimEnd('/'), .. filters, .. languages.Candidates]);
    }
}

/// <summary>Where a list goes on.</summary>
internal sealed class Cursor(HttpContext http, int limit, byte[] key, string binding)
{
    private const int MacLength = 16;
    private const int MaxLength = 4000;

    /// <summary>The order values of the last record that was delivered; null: the list starts.</summary>
    public string[]? After { get; private set; }

    /// <summary>How many records to fetch: one more than are delivered tells whether there is a next part.</summary>
    public int Rows => limit + 1;

    public Page<T> Of<T>(IReadOnlyList<T> rows)
        where T : IListed
    {
        if (rows.Count <= limit)
        {
            return new Page<T> { Items = [.. rows], Next = null };
        }

        var others = http.Request.Query.Where(p => p.Key is not "cursor").Select(p => KeyValuePair.Create(p.Key, p.Value));
        var next = http.Request.Path + QueryString.Create(others.Append(new("cursor", Seal(rows[limit - 1].CursorKey))));
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new Page<T> { Items = [.. rows.Take(limit)], Next = next };
    }

    public bool Unseal(string text)
    {
        if (text.Length > MaxLength || !TryDecode(text, out var bytes) || bytes.Length <= MacLength)
        {
            return false;
        }

        var payload = bytes[MacLength..];
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacLength), Mac(payload)))
        {
            return false;
        }

        After = Encoding.UTF8.GetString(payload).Split('\n');
        return true;
    }

    private string Seal(string[] after)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join('\n', after));
        return WebEncoders.Base64UrlEncode([.. Mac(payload), .. payload]);
    }

    private byte[] Mac(byte[] payload) =>
        HMACSHA256.HashData(key, (byte[])[.. payload, 0, .. Encoding.UTF8.GetBytes(binding)])[..MacLength];

    private static bool TryDecode(string text, out byte[] bytes)
    {
        try
        {
            bytes = WebEncoders.Base64UrlDecode(text);
            return string.Equals(WebEncoders.Base64UrlEncode(bytes), text, StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}
