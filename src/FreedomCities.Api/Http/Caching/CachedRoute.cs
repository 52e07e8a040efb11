using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Caching;

/// <summary>A route whose responses are cached, and which of its requests have the same one.</summary>
internal sealed class CachedRoute(CacheLifetime lifetime, MethodInfo? handler)
{
    private const int LongestKey = 200;

    private readonly bool _isInLanguages = handler?.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(IInAnyLanguage))) is true;

    public bool IsPermanent => lifetime is not CacheLifetime.Content;

    /// <summary>Whether a cached response may be what Accept rules out.</summary>
    public bool IsForAnyAccept => lifetime is CacheLifetime.ProcessForAnyQuery;

    /// <summary>The cache key of a canonical request, of a long one its hash; null: the route refuses something in it.</summary>
    public string? Key(HttpContext http)
    {
        var key = Text(http);
        return key?.Length > LongestKey ? Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()))) : key;
    }

    private string? Text(HttpContext http)
    {
        var request = http.Request;
        if (IsForAnyAccept || !request.QueryString.HasValue)
        {
            return ByLanguages(request.Path.ToUriComponent(), http);
        }

        var isKnown = http.GetEndpoint()?.Metadata.GetMetadata<CanonicalRequest>()?.Knows(request.Query) is true;
        return isKnown ? ByLanguages(request.Path.ToUriComponent() + request.QueryString.Value, http) : null;
    }

    // A line feed is in no encoded path or query.
    private string ByLanguages(string key, HttpContext http) =>
        _isInLanguages && http.Request.Headers.AcceptLanguage.Count > 0 && !(http.Request.QueryString.HasValue && http.Request.Query.ContainsKey("lang"))
            && Languages.Negotiate(http, lang: null) is { Requested: { } requested } languages
            ? string.Create(CultureInfo.InvariantCulture, $"{key}\n{requested}\n{string.Join(',', languages.Candidates)}")
            : key;
}
