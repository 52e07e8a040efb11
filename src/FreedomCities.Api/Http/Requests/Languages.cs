using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FreedomCities.Api.Http.Requests;

/// <summary>Something that is served in a language of its own.</summary>
internal interface IInLanguage
{
    string ServedLanguage { get; }
}

/// <summary>
/// The languages that a reader wants: <c>lang</c>, else Accept-Language (RFC 9110, section 12.5.4), else the default language,
/// each widened as RFC 4647, section 3.4 (lookup) says. A malformed header counts as none.
/// </summary>
/// <param name="Requested">What was asked for first, as written; null: nothing.</param>
/// <param name="Acceptable">The tags, lower-case, that answer Requested without being a fallback.</param>
/// <param name="Candidates">All tags to look for, lower-case, best first.</param>
/// <param name="Negotiated">Whether Accept-Language decides, so that caches must vary by it.</param>
internal sealed partial record Languages(string? Requested, string[] Acceptable, string[] Candidates, bool Negotiated)
{
    public const string TagPattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
    public const int MaxTagLength = 35;
    private const int MaxRanges = 20;

    public static ValueTask<Languages> BindAsync(HttpContext http) => ValueTask.FromResult(Negotiate(http, http.Request.Query["lang"].FirstOrDefault()));

    /// <param name="lang">What the request asks for, in its query or its body.</param>
    /// <param name="accept">Whether Accept-Language counts.</param>
    public static Languages Negotiate(HttpContext http, string? lang, bool accept = true)
    {
        var ranges = lang is not null ? [lang] : accept ? AcceptLanguage(http.Request.Headers.AcceptLanguage) : [];
        var standard = http.RequestServices.GetRequiredService<ServiceSettings>().DefaultLanguage;
        var requested = ranges.FirstOrDefault();
        return new Languages(
            requested,
            requested is null ? [] : Lookup(requested),
            [.. ranges.Append(standard).SelectMany(Lookup).Distinct(StringComparer.Ordinal)],
            Negotiated: accept && lang is null);
    }

    /// <summary>Whether a language isn't what was asked for.</summary>
    public bool IsFallback(string served) => Requested is not null && !Acceptable.Contains(served.ToLowerInvariant(), StringComparer.Ordinal);

    public static bool IsTag(string? text) => text is { Length: <= MaxTagLength } && Tag().IsMatch(text);

    /// <summary>The case that RFC 5646, section 2.1.1 recommends: en, es-MX, zh-Hant-TW.</summary>
    public static string Canonical(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        return string.Join('-', parts.Select((part, i) => (i, part.Length) switch
        {
            (0, _) => part,
            (_, 2) when parts[i - 1].Length > 1 => part.ToUpperInvariant(),
            (_, 4) when parts[i - 1].Length > 1 && char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..],
            _ => part,
        }));
    }

    private static string[] AcceptLanguage(StringValues header) =>
        StringWithQualityHeaderValue.TryParseStrictList(header!, out var ranges)
            ? [.. ranges
                .Where(r => r.Quality is not 0 && IsTag(r.Value.Value))
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
            // A single letter only introduces what follows it, and goes with it.
            end = end > 1 && tag[end - 2] == '-' ? end - 2 : end;
            tag = tag[..Math.Max(end, 0)];
        }

        return [.. tags];
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
