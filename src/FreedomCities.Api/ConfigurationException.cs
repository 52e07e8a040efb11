namespace FreedomCities.Api;

/// <summary>Something that an operator has to put right before the program can run; the message says what.</summary>
internal sealed class ConfigurationException(string message) : Exception(message)
{
    /// <summary>With what another program's exception says first: more of it is advice for its own users.</summary>
    public static ConfigurationException Because(string what, Exception e) => new($"{what}: {FirstLine(e)}");

    public static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
