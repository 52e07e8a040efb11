using FreedomCities.Api.Http.Requests.Values;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Item that is served in a language of its own.</summary>
internal interface IInLanguage
{
    string ServedLanguage { get; }
}

/// <summary>
/// Language preferences of a request: <c>lang</c>, otherwise Accept-Language (RFC 9110, section 12.5.4), then the default language.
/// Each range is expanded by RFC 4647 lookup (section 3.4). A malformed header is ignored.
/// </summary>
/// <param name="Requested">First requested language, as written. Null: none.</param>
/// <param name="Acceptable">Lower-case tags that match Requested and are not a fallback.</param>
/// <param name="Candidates">All lower-case tags to look up, best first.</param>
/// <param name="Negotiated">Whether the response depends on Accept-Language (Vary).</param>
internal sealed record Languages(string? Requested, string[] Acceptable, string[] Candidates, bool Negotiated)
{
    private const int MaxRanges = 20;

    /// <param name="lang">Value of lang in the query or body.</param>
    /// <param name="accept">Whether to use Accept-Language.</param>
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

    /// <summary>Whether a language is a fallback for the requested one.</summary>
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
            // RFC 4647, section 3.4: remove a single-letter subtag together with the one after it.
            end = end > 1 && tag[end - 2] == '-' ? end - 2 : end;
            tag = tag[..Math.Max(end, 0)];
        }

        return [.. tags];
    }
}
