using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FreedomCities.Api.Content.Contacts.Phones;

/// <summary>A number found in a text.</summary>
/// <param name="IsCertain">False: it is a number only if a contact has it.</param>
/// <param name="IsLink">It is the target of a link.</param>
internal sealed record FoundNumber(string Written, int Index, string Number, string? Extension, bool IsCertain, bool IsLink = false);

/// <summary>Finds phone numbers in texts: of the North American plan, or with + and a country code; and short codes after a verb.</summary>
internal static partial class PhoneFinder
{
    public static FoundNumber[] FindAll(string text) =>
    [
        .. FindLong(text)
            .Concat(Vanity().Matches(text).Select(FindVanity).OfType<FoundNumber>())
            .Concat(ShortCode().Matches(text).Select(m => new FoundNumber(m.Value, m.Index, m.Value, null, IsCertain: false)))
            .Select(f => f with { IsLink = Link().IsMatch(text.AsSpan(0, f.Index)) })
            .OrderBy(f => f.Index),
    ];

    private static IEnumerable<FoundNumber> FindLong(string text) =>
        from match in PhoneNumberUtil.GetInstance().FindNumbers(
            text, PhoneNumber.DefaultCountry, PhoneNumberUtil.Leniency.POSSIBLE, maxTries: long.MaxValue)
        where !IsPartOfWord(text, match.Start, match.Start + match.Length)
        let read = PhoneNumber.Read(match.Number)
        where read is not null
        select new FoundNumber(
            match.RawString, match.Start, read.Value.Parsed.Number, read.Value.Parsed.Extension, read.Value.IsValid);

    private static FoundNumber? FindVanity(Match match) =>
        PhoneNumber.Parse(match.Value, PhoneNumber.DefaultCountry) is { Country: null } parsed
            ? new FoundNumber(match.Value, match.Index, parsed.Number, parsed.Extension, IsCertain: false)
            : null;

    // In a path, a product number or an e-mail address.
    private static bool IsPartOfWord(string text, int start, int end) =>
        (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || "_.+/=-".Contains(text[start - 1], StringComparison.Ordinal)))
        || (end < text.Length && (char.IsLetterOrDigit(text[end]) || "_/=-".Contains(text[end], StringComparison.Ordinal)));

    [GeneratedRegex(@"tel:\z", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(?<![\w.+/=-])(1[\s.-])?\(?[2-9][0-9]{2}\)?[\s.-]{1,2}(?=[0-9-]*[A-Z])[0-9A-Z][0-9A-Z-]{5,12}(?![\w/=-])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Vanity();

    // In English and Spanish. Without the verb each count of people would be a number to dial.
    [GeneratedRegex(
        """
        (?<=
          \b(call|dial|phone|text|sms|hotline|lifeline|llam|marc|marqu|env[ií]|mensaje|texto|l[ií]nea)\w* \b [^.!?\n]{0,60}
        | tel:
        )
        (?<![\w.,/+-]) [0-9]{3,6} (?![\w/-]|[.,][0-9])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex ShortCode();
}
