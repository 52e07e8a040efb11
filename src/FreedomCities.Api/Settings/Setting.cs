using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace FreedomCities.Api.Settings;

/// <summary>A property of <see cref="ServiceSettings"/>, or of a record nested in it, that a setting initialises.</summary>
/// <param name="Name">As in configuration: a colon stands before a member of a nested record.</param>
internal sealed record Setting(string Name, PropertyInfo Property)
{
    /// <summary>All settings, in the order of the record.</summary>
    public static readonly Setting[] All = [.. FindAll(typeof(ServiceSettings), "")];

    private string Variable => ToVariable(Name);

    private Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    private bool IsOptional => Nullable.GetUnderlyingType(Property.PropertyType) is not null;

    /// <summary>The settings that are properties of a record.</summary>
    public static IEnumerable<Setting> Find(Type record, string prefix) =>
        record.GetProperties()
            .Where(p => p.SetMethod is { IsPublic: true })
            .Select(p => new Setting(prefix + (p.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? p.Name), p));

    /// <summary>The name of a setting as an environment variable.</summary>
    public static string ToVariable(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    public static bool IsGroup(PropertyInfo property) => property.PropertyType.DeclaringType == typeof(ServiceSettings);

    /// <exception cref="ConfigurationException">The text isn't a value of the setting.</exception>
    public object? Parse(string given)
    {
        if (Type == typeof(string))
        {
            return given;
        }

        if (given.Length == 0 && IsOptional)
        {
            return null;
        }

        return Type == typeof(bool) ? ParseBoolean(given) : Convert.ChangeType(ParseNumber(given), Type, CultureInfo.InvariantCulture);
    }

    private bool ParseBoolean(string given) =>
        bool.TryParse(given, out var value) ? value : throw ConfigurationException.Invalid($"{Variable} must be true or false", given);

    private double ParseNumber(string given)
    {
        var isWhole = Type == typeof(int);
        var range = Property.GetCustomAttribute<RangeAttribute>()!;
        var min = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        var max = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        if (!double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number < min
            || number > max
            || (isWhole && number % 1 != 0))
        {
            var kind = isWhole ? "whole number" : "number";
            var rule = string.Create(CultureInfo.InvariantCulture, $"{Variable} must be a {kind} from {min} to {max}");
            throw ConfigurationException.Invalid(rule, given);
        }

        return number;
    }

    private static IEnumerable<Setting> FindAll(Type record, string prefix) =>
        Find(record, prefix).SelectMany(s => IsGroup(s.Property) ? FindAll(s.Property.PropertyType, s.Name + ":") : [s]);
}
