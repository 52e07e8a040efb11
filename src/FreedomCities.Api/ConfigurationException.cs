namespace FreedomCities.Api;

/// <summary>Error that an operator must correct before the program can run. The message says how.</summary>
internal sealed class ConfigurationException(string message) : Exception(message)
{
    /// <summary>A setting has a value that it can't have.</summary>
    /// <param name="rule">What the value must be, with the setting's name.</param>
    public static ConfigurationException Invalid(string rule, string? given) => new($"{rule}: it is '{Printable(given ?? "")}'.");

    /// <summary>Appends only the first line of the other exception, because the rest is advice for developers.</summary>
    public static ConfigurationException Because(string what, Exception e) => new($"{what}: {FirstLine(e)}");

    public static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();

    /// <summary>Control characters must not reach a terminal or a log.</summary>
    private static string Printable(string value) => string.Concat(value.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
