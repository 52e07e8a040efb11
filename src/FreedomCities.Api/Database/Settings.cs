using System.Globalization;

namespace FreedomCities.Api.Database;

/// <summary>Settings that are numbers, with what each may be; their defaults are in appsettings.json.</summary>
internal static class Settings
{
    private static readonly Dictionary<string, Bounds> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ChangeRetentionDays"] = new(1, 10_000),
        ["ConcurrentConnections"] = new(2, 1_000_000),
        ["ConcurrentRequests"] = new(1, 100_000),
        ["DatabaseConnections"] = new(1, 1000),
        ["DeadlineSeconds"] = new(0.1, 60, IsWhole: false),
        ["GraceSeconds"] = new(0, 600, IsWhole: false),
        ["InFlightMegabytes"] = new(1, 100_000),
        ["MetricsPort"] = new(0, ushort.MaxValue, IsOptional: true),
        ["RateLimits:OpenRequests"] = new(1, 100_000),
        ["RateLimits:Reads:Requests"] = new(1, 1_000_000),
        ["RateLimits:Reads:Seconds"] = new(1, 86_400),
        ["RateLimits:Search:Requests"] = new(1, 1_000_000),
        ["RateLimits:Search:Seconds"] = new(1, 86_400),
        ["ResponseCacheMegabytes"] = new(0, 100_000),
        ["StaleIfErrorSeconds"] = new(0, 31_536_000),
    };

    public static IEnumerable<string> NumberNames => Numbers.Keys;

    public static bool IsOptional(string number) => Numbers[number].IsOptional;

    public static double Number(this IConfiguration configuration, string name) => Numbers[name] is var bounds
        && double.TryParse(configuration[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= bounds.Min && number <= bounds.Max && !(bounds.IsWhole && number % 1 != 0)
            ? number
            : throw new ConfigurationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Variable(name)} must be a {(bounds.IsWhole ? "whole number" : "number")} from {bounds.Min} to {bounds.Max}: it is '{Shown(configuration[name] ?? "")}'."));

    /// <summary>A value in a message of one line: control characters don't reach a terminal or a log.</summary>
    public static string Shown(string value) => string.Concat(value.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    /// <summary>By when a request is answered, and a statement ends.</summary>
    public static TimeSpan RequestTimeout(this IConfiguration configuration) => configuration.Seconds("DeadlineSeconds");

    public static TimeSpan Seconds(this IConfiguration configuration, string name) => TimeSpan.FromSeconds(configuration.Number(name));

    /// <summary>A setting's name in the environment.</summary>
    public static string Variable(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    private sealed record Bounds(double Min, double Max, bool IsWhole = true, bool IsOptional = false);
}
