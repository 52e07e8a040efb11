namespace FreedomCities.Api.Editorial.Import.Aliases;

/// <summary>The rules for the aliases of a question.</summary>
internal static class AliasRules
{
    private const int Max = 50;
    private const int MaxLength = 500;

    public static IEnumerable<string> FindErrors(string question, string[] aliases) =>
    [
        .. aliases.Length > Max ? [$"there are more than {Max} aliases."] : Array.Empty<string>(),
        .. aliases
            .Where(a => a.Length is 0 or > MaxLength || ImportFile.HasNoncharacters(a))
            .Select(_ => $"an alias must have 1 to {MaxLength} characters."),
        .. aliases
            .Where(a => a.Equals(question, StringComparison.OrdinalIgnoreCase))
            .Select(a => $"the alias \"{a}\" is the question itself."),
        .. aliases
            .CountBy(a => a, StringComparer.OrdinalIgnoreCase)
            .Where(a => a.Value > 1)
            .Select(a => $"the alias \"{a.Key}\" occurs twice."),
    ];
}
