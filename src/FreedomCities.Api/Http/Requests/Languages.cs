using FreedomCities.Api.Http.Requests.Values;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>A record that is served in one language.</summary>
internal interface IInLanguage
{
    string ServedLanguage { get; }
}

/// <summary>
/// The languages that a client requests: <c>lang</c>, else Accept-Language (RFC 9110, section 12.5.4), else the default language. Each is
/// widened by lookup (RFC 4647, section 3.4). A malformed header is ignored.
/// </summary>
/// <param name="Requested">The first requested tag, as written; null: none.</param>
/// <param name="Acceptable">The tags, in lower case, that match Requested without being a fallback.</param>
/// <param name="Candidates">All tags to look for, in lower case, best first.</param>
/// <param name="Negotiated">Whether Accept-Language decides, so that caches must vary by it.</param>
internal sealed record Languages(string? Requested, string[] Acceptable, string[] Candidates, bool Negotiated)
{
    private const int MaxRanges = 20;

    /// <param name="lang">The language that the request names, in its query or its body.</param>
    /// <param name="accept">Whether Accept-Language counts.</param>
    public static Languages Negotiate(HttpContext http, LanguageTag? lang, bool accept = true)
    {
        var ranges = Ranges(lang, accept ? http.Request.Headers.AcceptLanguage : []);
        var standard = http.RequestServices.GetRequiredService<ServiceSettings>().DefaultLanguage;
        var requested = ranges.FirstOrDefault();
        return new Languages(
            requested,
            requested is null ? [] : Lookup(requested),
            [.. ranges.Append(standard).SelectMany(Lookup).Distinct(StringComparer.Ordinal)],
            Negotiated: accept && lang is null);
    }

    /// <summary>Whether a language isn't the requested one.</summary>
    public bool IsFallback(string served) =>
        Requested is not null && !Acceptable.Contains(served.ToLowerInvariant(), StringComparer.Ordinal);

    private static string[] Ranges(LanguageTag? lang, StringValues header) =>
        lang is null ? AcceptLanguage(header) : [lang.Text];

    private static string[] AcceptLanguage(StringValues header) =>
        StringWithQualityHeaderValue.TryParseStrictList(header!, out var ranges)
            ? [.. ranges
                .Where(r => r.Quality is not 0 && r.Value.HasValue && LanguageTag.Form.IsMatch(r.Value.Value))
                .OrderByDescending(r => r.Quality ?? 1)
                .Take(MaxRanges)
                .Select(r => r.Value.Value!)]
            : [];

    private static string[] Lookup(string range)
    {
        var tags = new List<string>();
        for (var tag = range.ToLowerInvariant(); tag.Length > 0;)
        {
            tags.Add(tag);
            var end = tag.LastIndexOf('-');
            // A single letter introduces the next subtag, and is removed with it.
            end = end > 1 && tag[end - 2] == '-' ? end - 2 : end;
            tag = tag[..Math.Max(end, 0)];
        }

        return [.. tags];
    }
}
