namespace FreedomCities.Api.Telemetry;

/// <summary>What a log event may say, at any level: our own messages whole, everybody else's without their values, which may be a reader's.</summary>
internal static class LogText
{
    private const string Template = "{OriginalFormat}";
    private static readonly string[] Whole = ["FreedomCities.Api.", "Microsoft.Hosting.Lifetime"];

    /// <param name="state">The message's template and values, as the logger was given them.</param>
    public static string Message(string category, string? message, object? state) =>
        Array.Exists(Whole, c => category.StartsWith(c, StringComparison.Ordinal)) ? message ?? ""
        : (state as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(v => v.Key == Template).Value as string ?? "";

    /// <summary>Types and stacks; an exception's own words may quote what it was given.</summary>
    public static string Failure(Exception e) =>
        $"{e.GetType()}\n{e.StackTrace}{(e.InnerException is { } inner ? $"\nbecause of {Failure(inner)}" : "")}";
}
