using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Home;
using FreedomCities.Api.Http;

namespace FreedomCities.Api;

/// <summary>What settings may be: checked before anything starts. A value that isn't right stops the start, in one line.</summary>
internal static class SettingValues
{
    public static void Check(IConfiguration configuration)
    {
        foreach (var number in Settings.NumberNames)
        {
            if (configuration[number] is { Length: > 0 } || !Settings.IsOptional(number))
            {
                configuration.Number(number);
            }
        }

        foreach (var name in new[] { "data", PostgresPrograms.Setting })
        {
            Demand(configuration, name, value => value is not "", "the path of a folder");
        }

        Demand(configuration, "RateLimits:Enabled", value => bool.TryParse(value, out _), "true or false");
        Demand(configuration, "DefaultLanguage", value => value is null || Languages.IsTag(value), "a language tag as in BCP 47, for example es");
        Demand(configuration, "urls", value => value is null or "" || value.Split(';').All(IsAddress), Addresses);
        Demand(configuration, "http_ports", value => value is null or "" || value.Split(';').All(IsPort), Ports);
        Demand(configuration, "https_ports", value => value is null or "" || value.Split(';').All(IsPort), Ports);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            Demand(configuration, $"{endpoint.Path}:Url", value => value is not null && IsAddress(value), Addresses);
        }

        foreach (var (path, _) in configuration.GetSection("Logging").AsEnumerable().Where(s => s.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            Demand(configuration, path, value => value is null || Enum.GetNames<LogLevel>().Contains(value, StringComparer.OrdinalIgnoreCase), string.Join(", ", Enum.GetNames<LogLevel>()));
        }

        _ = new PublicUrl(configuration);
        _ = TrustedProxies.Networks(configuration);
        _ = new ContentTerms(configuration);
        _ = new SecurityContact(configuration);
    }

    private const string Addresses = "addresses like http://localhost:5000, separated by semicolons, with ports from 0 to 65535";
    private const string Ports = "port numbers from 0 to 65535, separated by semicolons";

    private static void Demand(IConfiguration configuration, string name, Func<string?, bool> isRight, string what)
    {
        if (!isRight(configuration[name]))
        {
            throw new SetupException($"{Settings.Variable(name)} must be {what}: it is '{Settings.Shown(configuration[name] ?? "")}'.");
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
