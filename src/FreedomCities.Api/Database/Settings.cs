using System.Globalization;

namespace FreedomCities.Api.Database;

/// <summary>Reads settings; the defaults of numbers are in appsettings.json.</summary>
internal static class Settings
{
    public static double Number(this IConfiguration configuration, string name, double min, double max) =>
        double.TryParse(configuration[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new SetupException(string.Create(
                CultureInfo.InvariantCulture, $"{name.Replace(":", "__", StringComparison.Ordinal)} must be a number from {min} to {max}: it is '{configuration[name]}'."));

    /// <summary>A value in a message of one line: control characters don't reach a terminal or a log.</summary>
    public static string Shown(string value) => string.Concat(value.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    /// <summary>By when a request is answered, and a statement ends.</summary>
    public static TimeSpan Deadline(this IConfiguration configuration) => configuration.Seconds("DeadlineSeconds", 0.1, 60);

    public static TimeSpan Seconds(this IConfiguration configuration, string name, double min, double max) =>
        TimeSpan.FromSeconds(configuration.Number(name, min, max));
}
