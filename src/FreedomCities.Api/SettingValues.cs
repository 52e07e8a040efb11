using FreedomCities.Api.Database;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api;

/// <summary>What settings may be: checked before anything starts. A value that isn't right stops the start, in one line.</summary>
internal static class SettingValues
{
    private const string Addresses = "addresses like http://localhost:5000, separated by semicolons, with ports from 0 to 65535";
    private const string Ports = "port numbers from 0 to 65535, separated by semicolons";

    public static void Check(IConfiguration configuration)
    {
        foreach (var number in Settings.NumberNames)
        {
            if (configuration[number] is { Length: > 0 } || !Settings.IsOptional(number))
            {
                configuration.Number(number);
            }
        }

        CheckFolders(configuration);
        Demand(configuration, "RateLimits:Enabled", value => bool.TryParse(value, out _), "true or false");
        Demand(configuration, "DefaultLanguage", value => value is null || LanguageTag.Form.IsMatch(value), "a language tag as in BCP 47, for example es");
        Demand(configuration, "urls", value => value is null or "" || value.Split(';').All(IsAddress), Addresses);
        Demand(configuration, "http_ports", value => value is null or "" || value.Split(';').All(IsPort), Ports);
        Demand(configuration, "https_ports", value => value is null or "" || value.Split(';').All(IsPort), Ports);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            Demand(configuration, $"{endpoint.Path}:Url", value => value is not null && IsAddress(value), Addresses);
        }

        var levels = Enum.GetNames<LogLevel>();
        var logging = configuration.GetSection("Logging").AsEnumerable().Select(s => s.Key);
        foreach (var path in logging.Where(p => p.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            var isLevel = (string? value) => value is null || levels.Contains(value, StringComparer.OrdinalIgnoreCase);
            Demand(configuration, path, isLevel, $"one of {string.Join(", ", levels)}");
        }

        _ = new PublicUrl(configuration);
        _ = TrustedProxies.Networks(configuration);
        _ = new ContentTerms(configuration);
        _ = new SecurityContact(configuration);
    }

    /// <summary>What commands need, too.</summary>
    public static void CheckFolders(IConfiguration configuration)
    {
        foreach (var name in new[] { "data", PostgresPrograms.Setting })
        {
            Demand(configuration, name, value => value is not "", "the path of a folder");
        }
    }

    private static void Demand(IConfiguration configuration, string name, Func<string?, bool> isRight, string what)
    {
        if (!isRight(configuration[name]))
        {
            throw new ConfigurationException($"{Settings.Variable(name)} must be {what}: it is '{Settings.Shown(configuration[name] ?? "")}'.");
        }
    }

    private static bool IsPort(string port) => ushort.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            var isHttp = parsed.Scheme.ToLowerInvariant() is "http" or "https";
            // What isn't a port is left in the host.
            var isHost = parsed.IsUnixPipe || parsed.IsNamedPipe || parsed.Host.StartsWith('[') || !parsed.Host.Contains(':', StringComparison.Ordinal);
            return isHttp && isHost && parsed.Port is >= 0 and <= ushort.MaxValue && parsed.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
