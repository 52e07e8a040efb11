namespace FreedomCities.Api;

/// <summary>Error that an operator must correct before the program can run. The message says how.</summary>
internal sealed class ConfigurationException(string message) : Exception(message)
{
    /// <summary>Appends only the first line of the other exception, because the rest is advice for developers.</summary>
    public static ConfigurationException Because(string what, Exception e) => new($"{what}: {FirstLine(e)}");

    public static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
