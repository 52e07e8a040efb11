using System.Collections;
using System.Text.RegularExpressions;
using FreedomCities.Api.Content;
using Microsoft.Extensions.Configuration.Json;

namespace FreedomCities.Api.Settings;

/// <summary>
/// Names of all settings. Unknown names are rejected in options and configuration files. Environment variables are rejected only if they
/// resemble a setting, because other programs have variables too.
/// </summary>
internal static partial class SettingNames
{
    private const double MinSimilarity = 0.75;

    private static readonly string[] ServiceSettingNames = [.. Setting.All.Select(s => s.Name)];
    private static readonly string[] All = [.. ServiceSettingNames, .. HostSettings.TopLevelNames];
    private static readonly NearestText Nearest = new(All);

    public static void EnsureKnown(IConfigurationRoot configuration)
    {
        foreach (var file in configuration.Providers.OfType<JsonConfigurationProvider>())
        {
            if (Keys(file, null).FirstOrDefault(key => !IsKnown(key)) is { } unknown)
            {
                throw Unknown($"{file.Source.Path} contains '{unknown}', which is not a setting", unknown, name => name);
            }
        }

        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key);
        if (variables.FirstOrDefault(IsMisspelt) is { } variable)
        {
            throw Unknown($"The variable {variable} is not a setting", variable, Setting.ToVariable);
        }
    }

    /// <summary>Parses like CommandLineConfigurationProvider, which ignores unknown arguments.</summary>
    public static void EnsureOptionsKnown(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var end = args[i].IndexOf('=', StringComparison.Ordinal);
            var (option, value) = end < 0 ? (args[i], null) : (args[i][..end], args[i][(end + 1)..]);
            if (!option.StartsWith("--", StringComparison.Ordinal))
            {
                throw new ConfigurationException($"'{args[i]}' is not an option. Write options as --name value.");
            }

            var name = option[2..];
            if (!IsKnown(name))
            {
                throw Unknown($"{option} is not an option", name, nearest => "--" + nearest);
            }

            if (value is null)
            {
                value = ++i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : "";
            }

            if (value.Length == 0 && !name.Equals(nameof(ServiceSettings.TrustedProxies), StringComparison.OrdinalIgnoreCase))
            {
                throw new ConfigurationException($"{option} has no value. Give one, or omit the option.");
            }
        }
    }

    public static bool IsKnown(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase)
        || HostSettings.Sections.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a variable is in a section of ours, or is spelled like a setting and resembles one.</summary>
    private static bool IsMisspelt(string variable)
    {
        var name = variable.Replace("__", ":", StringComparison.Ordinal);
        var isInSection = name.Contains(':', StringComparison.Ordinal)
            && ServiceSettingNames.Any(s => s.Split(':')[0].Equals(name.Split(':')[0], StringComparison.OrdinalIgnoreCase));
        return !IsKnown(name) && (isInSection || (DotNetName().IsMatch(variable) && Nearest.Find(name) is { Similarity: > MinSimilarity }));
    }

    private static IEnumerable<string> Keys(JsonConfigurationProvider file, string? parent) =>
        file.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(key => parent is null ? key : $"{parent}:{key}")
            .SelectMany(key => file.TryGet(key, out _) ? [key] : Keys(file, key));

    private static ConfigurationException Unknown(string what, string given, Func<string, string> write)
    {
        var nearest = Nearest.Find(given).Index;
        var suggestion = nearest < 0 ? "" : $": did you mean {write(All[nearest])}?";
        return new ConfigurationException($"{what}{suggestion} docs/operating.md lists all settings.");
    }

    [GeneratedRegex("^[A-Z][a-z]+[A-Za-z]*(__[A-Za-z]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex DotNetName();
}
