namespace FreedomCities.Api.Telemetry;

/// <summary>Text of a log event at any level: our messages complete, those of libraries without values, which may be a reader's.</summary>
internal static class LogText
{
    private const string Template = "{OriginalFormat}";
    private static readonly string[] CompleteCategories = ["FreedomCities.Api.", "Microsoft.Hosting.Lifetime"];

    /// <param name="state">Template and values of the message, as passed to the logger.</param>
    public static string Message(string category, string? message, object? state)
    {
        if (Array.Exists(CompleteCategories, c => category.StartsWith(c, StringComparison.Ordinal)))
        {
            return message ?? "";
        }

        var values = state as IEnumerable<KeyValuePair<string, object?>>;
        return values?.FirstOrDefault(v => v.Key == Template).Value as string ?? "";
    }

    /// <summary>Types and stack traces only: the message of an exception may quote input.</summary>
    public static string Failure(Exception e) =>
        $"{e.GetType()}\n{e.StackTrace}{(e.InnerException is { } inner ? $"\nbecause of {Failure(inner)}" : "")}";
}
