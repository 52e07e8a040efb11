using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Http.Caching;

/// <summary>A route whose responses are cached, and the cache key of its requests.</summary>
internal sealed class CachedRoute(CacheLifetime lifetime, MethodInfo? handler)
{
    private const int MaxKeyLength = 200;

    private readonly bool _hasLanguages = handler?.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(IInAnyLanguage))) is true;

    public bool IsPermanent => lifetime is not CacheLifetime.Content;

    /// <summary>Whether a cached response is served even if Accept excludes its media type.</summary>
    public bool IsForAnyAccept => lifetime is CacheLifetime.ProcessForAnyQuery;

    public bool IsAcceptable(RenderedResponse response, HttpRequest request) => IsForAnyAccept || response.IsAcceptable(request);

    /// <summary>The cache key of a canonical request; the hash of a long one. Null: the route rejects a parameter.</summary>
    public string? Key(HttpContext http)
    {
        var key = Text(http);
        return key?.Length > MaxKeyLength ? Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()))) : key;
    }

    private string? Text(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.ToUriComponent();
        if (IsForAnyAccept || !request.QueryString.HasValue)
        {
            return path + LanguagePart(http);
        }

        var isKnown = http.GetEndpoint()?.Metadata.GetMetadata<CanonicalRequest>()?.Knows(request.Query) is true;
        return isKnown ? path + request.QueryString.Value + LanguagePart(http) : null;
    }

    /// <summary>The languages that Accept-Language adds to the key.</summary>
    private string LanguagePart(HttpContext http)
    {
        var request = http.Request;
        var hasLang = request.QueryString.HasValue && request.Query.ContainsKey("lang");
        if (!_hasLanguages || hasLang || request.Headers.AcceptLanguage.Count == 0)
        {
            return "";
        }

        var languages = Languages.Negotiate(http, lang: null);
        return languages.Requested is null
            ? ""
            : string.Create( // no encoded path or query has a line feed
                CultureInfo.InvariantCulture, $"\n{languages.Requested}\n{string.Join(',', languages.Candidates)}");
    }
}
