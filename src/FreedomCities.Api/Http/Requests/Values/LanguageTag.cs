using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>A language (BCP 47).</summary>
public sealed partial class LanguageTag(string given) : TextValue<LanguageTag>(given, Form.Check(given)), ITextValue<LanguageTag>
{
    public const int MaxLength = 35;

    public static TextForm Form { get; } = new(
        Pattern(),
        "Must be a BCP 47 language tag, for example en, es or es-MX.",
        MaxLength);

    public static LanguageTag From(string given) => new(given);

    public static OpenApiSchema CreateSchema() => Form.CreateSchema();

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

    /// <summary>The language without script or region, in lower case: es of es-MX.</summary>
    public static string PrimarySubtag(string tag) => tag.Split('-')[0].ToLowerInvariant();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
