using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import;

internal static partial class FileRules
{
    /// <summary>A time of the day, in the JSON schemas too: without \A and \z.</summary>
    public const string ClockPattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public static void IsText<T>(this IRuleBuilder<T, string?> rule, int max) =>
        rule.Must(s => s is null || (!string.IsNullOrWhiteSpace(s) && s.Length <= max && !ImportFile.HasNoncharacters(s)))
            .WithMessage($"must have 1 to {max} characters.");

    public static void IsUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || (LinkTarget.NormalizeUrl(s) is { Length: <= 2000 })).WithMessage("must be an http or https URL.");

    public static void IsDay<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .WithMessage("must be a day, for example 2026-11-03.");

    public static void IsTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(s => s is null || IsTimeZone(s)).WithMessage("must be an IANA time zone, for example America/Denver.");

    /// <param name="items">The items, in the plural.</param>
    public static void HasNoTwins<T, TItem>(
        this IRuleBuilder<T, TItem[]?> rule, string items, Func<TItem[], IEnumerable<string>> slugs) =>
        rule.Must(all => FindTwins(slugs(all ?? [])) is [])
            .WithMessage((_, all) =>
                $"must not contain two {items} with the same slug: {string.Join(", ", FindTwins(slugs(all ?? [])))}.");

    private static string[] FindTwins(IEnumerable<string> slugs) =>
        [.. slugs.CountBy(s => s, StringComparer.Ordinal).Where(s => s.Value > 1).Select(s => s.Key)];

    public static bool IsClockTime(string text) => text.Length == "00:00".Length && Clock().IsMatch(text);

    // .NET finds the names of Windows and of every file in the system's folder, too.
    private static bool IsTimeZone(string id) =>
        Zone().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id;

    [GeneratedRegex(ClockPattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\A(?!posix|right/|localtime|Factory)[A-Za-z][A-Za-z0-9_+/-]{1,49}\z")]
    private static partial Regex Zone();
}
