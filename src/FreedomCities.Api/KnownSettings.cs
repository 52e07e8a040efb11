using System.Collections;
using System.Text.RegularExpressions;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using Microsoft.Extensions.Configuration.Json;

namespace FreedomCities.Api;

/// <summary>
/// Names of all settings. Unknown names are rejected in options and configuration files. Environment variables are rejected only if they
/// resemble a setting, because other programs have variables too.
/// </summary>
internal static partial class KnownSettings
{
    private const double Alike = 0.75;

    private static readonly string[] Ours =
    [
        "data", "PublicUrl", "DefaultLanguage", "TrustedProxies", "Postgres:Binaries", "RateLimits:Enabled",
        "ConnectionStrings:FreedomCities", "ConnectionStrings:FreedomCitiesOwner", "ConnectionStrings:FreedomCitiesListen",
        "ContentLicenseName", "ContentLicenseUrl", "ContentContact", "SecurityContact",
        .. Settings.NumberNames,
    ];

    private static readonly string[] OfTheHost =
    [
        "urls", "http_ports", "https_ports", "preferHostingUrls", "environment", "applicationName", "contentRoot", "webroot", "AllowedHosts",
        "shutdownTimeoutSeconds", "detailedErrors", "captureStartupErrors", "suppressStatusMessages", "preventHostingStartup",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies",
    ];

    // The owners of these sections check their members.
    private static readonly string[] Sections = ["Logging:", "Kestrel:", "OTEL_"];

    private static readonly string[] All = [.. Ours, .. OfTheHost];
    private static readonly NearestText Names = new(All);

    public static void RefuseOthers(IConfigurationRoot configuration)
    {
        foreach (var file in configuration.Providers.OfType<JsonConfigurationProvider>())
        {
            var unknown = Keys(file, null).FirstOrDefault(key => !IsKnown(key));
            Refuse(unknown is null, $"{file.Source.Path} contains '{unknown}', which is not a setting", unknown, name => name);
        }

        foreach (var variable in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (string)v.Key).Where(IsMisspelt))
        {
            Refuse(isRight: false, $"The variable {variable} is not a setting", variable, Settings.Variable);
        }
    }

    /// <summary>Parses like CommandLineConfigurationProvider, which ignores unknown arguments.</summary>
    public static void RefuseOtherOptions(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var end = args[i].IndexOf('=', StringComparison.Ordinal);
            var (option, value) = end < 0 ? (args[i], null) : (args[i][..end], args[i][(end + 1)..]);
            if (!option.StartsWith("--", StringComparison.Ordinal))
            {
                throw new ConfigurationException($"'{args[i]}' is not an option. Write options as --name value.");
            }

            Refuse(IsKnown(option[2..]), $"{option} is not an option", option[2..], name => "--" + name);
            if (value is null)
            {
                value = ++i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : "";
            }

            if (value.Length == 0 && !option[2..].Equals("TrustedProxies", StringComparison.OrdinalIgnoreCase))
            {
                throw new ConfigurationException($"{option} has no value. Give one, or omit the option.");
            }
        }
    }

    public static bool IsKnown(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase) || Sections.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a variable is in a section of ours, or is spelled like a setting and resembles one.</summary>
    private static bool IsMisspelt(string variable)
    {
        var name = variable.Replace("__", ":", StringComparison.Ordinal);
        var isInSection = name.IndexOf(':', StringComparison.Ordinal) is var end and > 0
            && Ours.Any(s => s.Split(':')[0].Equals(name[..end], StringComparison.OrdinalIgnoreCase));
        return !IsKnown(name) && (isInSection || (DotNetName().IsMatch(variable) && Names.Find(name) is { Similarity: > Alike }));
    }

    private static IEnumerable<string> Keys(JsonConfigurationProvider file, string? parent) =>
        file.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(key => parent is null ? key : $"{parent}:{key}")
            .SelectMany(key => file.TryGet(key, out _) ? [key] : Keys(file, key));

    private static void Refuse(bool isRight, string what, string? given, Func<string, string> write)
    {
        if (!isRight)
        {
            var nearest = Names.Find(given!).Index;
            throw new ConfigurationException($"{what}{(nearest < 0 ? "" : $": did you mean {write(All[nearest])}?")} docs/operating.md lists all settings.");
        }
    }

    [GeneratedRegex("^[A-Z][a-z]+[A-Za-z]*(__[A-Za-z]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex DotNetName();
}
