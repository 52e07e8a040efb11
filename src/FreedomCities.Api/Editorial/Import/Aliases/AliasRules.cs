namespace FreedomCities.Api.Editorial.Import.Aliases;

/// <summary>The bounds of other ways to ask a question.</summary>
internal static class AliasRules
{
    private const int Max = 50;
    private const int MaxLength = 500;

    /// <summary>What an editor has to put right.</summary>
    public static IEnumerable<string> Faults(string question, string[] aliases) =>
    [
        .. aliases.Length > Max ? [$"there are more than {Max} aliases."] : Array.Empty<string>(),
        .. aliases.Where(a => a.Length is 0 or > MaxLength || ImportFile.HoldsNonCharacters(a)).Select(_ => $"an alias must have 1 to {MaxLength} characters."),
        .. aliases.Where(a => a.Equals(question, StringComparison.OrdinalIgnoreCase)).Select(a => $"the alias \"{a}\" is the question itself."),
        .. aliases.CountBy(a => a, StringComparer.OrdinalIgnoreCase).Where(a => a.Value > 1).Select(a => $"the alias \"{a.Key}\" occurs twice."),
    ];
}
