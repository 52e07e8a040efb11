namespace FreedomCities.Api;

/// <summary>Something that an operator has to correct before the program can run; the message says what.</summary>
internal sealed class ConfigurationException(string message) : Exception(message)
{
    /// <summary>A setting has a value that it can't have.</summary>
    /// <param name="rule">What the value must be, with the setting's name.</param>
    public static ConfigurationException Invalid(string rule, string? given) => new($"{rule}: it is '{Printable(given ?? "")}'.");

    /// <summary>Quotes only the first line of another program's exception: the rest is advice for its own users.</summary>
    public static ConfigurationException Because(string what, Exception e) => new($"{what}: {FirstLine(e)}");

    public static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();

    /// <summary>Control characters must not reach a terminal or a log.</summary>
    private static string Printable(string value) => string.Concat(value.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
