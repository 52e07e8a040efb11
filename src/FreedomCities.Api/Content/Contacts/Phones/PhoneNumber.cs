using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FreedomCities.Api.Content.Contacts.Phones;

/// <summary>Parses and formats phone numbers: E.164 or a short code for storage, RFC 3966 for links.</summary>
internal static partial class PhoneNumber
{
    public const string DefaultCountry = "US";

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    public static bool IsCountry(string code) => Plans.GetCountryCodeForRegion(code) > 0;

    /// <summary>Parses a number in any spelling. Null: it can't be dialled, or it is more than one number.</summary>
    /// <param name="country">Country whose spelling it is, unless it begins with a country code.</param>
    public static ParsedNumber? Parse(string written, string country)
    {
        var text = Remark().Replace(ExtensionInParentheses().Replace(Label().Replace(written, ""), " ${extension}"), "").Trim();
        return ShortCode().IsMatch(text)
            ? new ParsedNumber(PhoneNumberUtil.NormalizeDigitsOnly(text), null, country)
            : ParseLong(text, country);
    }

    /// <summary>Formats a number of a plan as its country does, and a short code as its digits.</summary>
    public static string Display(ParsedNumber parsed)
    {
        var extension = parsed.Extension is null ? "" : " ext. " + parsed.Extension;
        if (parsed.Country is not null)
        {
            return parsed.Number + extension;
        }

        return IsNorthAmerican(parsed.Number)
            ? $"({parsed.Number[2..5]}) {parsed.Number[5..8]}-{parsed.Number[8..]}{extension}"
            : FormatInternational(parsed.Number) + extension;
    }

    /// <summary>Whether the number is written with letters, other than those of its extension.</summary>
    public static bool IsVanity(string display) => Plans.IsAlphaNumber(display);

    /// <summary>Formats with + and the country code, for a reader abroad: +1 505-266-5915.</summary>
    public static string FormatInternational(string e164)
    {
        try
        {
            return Plans.Format(Plans.Parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return e164; // of no known plan
        }
    }

    /// <summary>Formats a tel: or sms: URI. Numbers of the North American plan get visual separators.</summary>
    public static string Uri(string number, string? extension, string? country, string type)
    {
        var digits = IsNorthAmerican(number) ? $"+1-{number[2..5]}-{number[5..8]}-{number[8..]}" : number;
        var parameters = extension is null ? "" : ";ext=" + extension;
        return (country, type) switch
        {
            (null, _) => $"tel:{digits}{parameters}",
            (_, "text") => $"sms:{digits}",
            _ => $"tel:{digits}{parameters};phone-context=+{Plans.GetCountryCodeForRegion(country)}",
        };
    }

    /// <summary>Whether a text for display denotes the number and its extension. The country code may be missing.</summary>
    public static bool Reads(string display, ParsedNumber parsed, string country) =>
        Parse(display, country) == parsed || ReadsDigits(display, parsed);

    /// <summary>What the numbering plan says of a number found in a text. Null: nothing can have it.</summary>
    internal static (ParsedNumber Parsed, bool IsValid)? Read(PhoneNumbers.PhoneNumber found) =>
        Plans.IsPossibleNumberWithReason(found) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
            ? (new ParsedNumber(FormatE164(found), found.HasExtension ? found.Extension : null, null), Plans.IsValidNumber(found))
            : null;

    private static ParsedNumber? ParseLong(string text, string country)
    {
        try
        {
            var isVanity = Plans.IsAlphaNumber(text);
            var parsed = Plans.Parse(text, country);
            var number = VanityWord().IsMatch(text) ? Truncate(parsed) : parsed;

            // The parser drops a second number.
            var isWhole = isVanity || PhoneNumberUtil.NormalizeDigitsOnly(text).EndsWith(
                Plans.GetNationalSignificantNumber(number) + number.Extension, StringComparison.Ordinal);
            return isWhole ? Read(number)?.Parsed : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // Callers dial all letters of a long word; the network ignores the rest.
    private static PhoneNumbers.PhoneNumber Truncate(PhoneNumbers.PhoneNumber number)
    {
        var builder = number.ToBuilder();
        Plans.TruncateTooLongNumber(builder);
        return builder.Build();
    }

    // The national number without its area code, or with a trunk prefix, as some directories print it.
    private static bool ReadsDigits(string display, ParsedNumber parsed)
    {
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(display);
        return digits.EndsWith(parsed.Extension ?? "", StringComparison.Ordinal)
            && digits[..^(parsed.Extension?.Length ?? 0)].TrimStart('0') is { Length: >= 5 } number
            && parsed.Number.EndsWith(number, StringComparison.Ordinal)
            && (!IsNorthAmerican(parsed.Number) || number.Length >= 10);
    }

    private static string FormatE164(PhoneNumbers.PhoneNumber number) => Plans.Format(number, PhoneNumberFormat.E164);

    private static bool IsNorthAmerican(string number) => number.StartsWith("+1", StringComparison.Ordinal) && number.Length == 12;

    // Phone: 505-266-5915, tel:988;phone-context=+1.
    [GeneratedRegex(@"\A[^0-9+(]+|;phone-context=\+1\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[0-9]([\s.-]?[0-9]){2,5}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"\s*\((?<extension>(ext|x)[^()]*)\)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ExtensionInParentheses();

    // 505-266-5915 (main), 1-800-273-TALK (8255), 505-266-5915 TTY, 505-266-5915, option 2.
    [GeneratedRegex(
        @"(?<=[0-9A-Z])\s*\([^()]*\)\s*\z|(?<=[0-9]{4})[\s,;:–-]+((opt|option|press)\.?\s*[0-9]|\p{L}[\p{L}\s./-]*)\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    // 1-800-CONTACTS: all that follows the area code.
    [GeneratedRegex(@"\A([^0-9A-Z]*[0-9]){3,4}[^0-9A-Z]*[A-Z][A-Z-]*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex VanityWord();
}
