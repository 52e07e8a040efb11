using System.Globalization;

namespace FreedomCities.Api.Settings;

/// <summary>Settings that ASP.NET Core reads: addresses and log levels. It rejects invalid ones later, or with a stack trace.</summary>
internal static class HostSettings
{
    /// <summary>Settings outside a section.</summary>
    public static readonly string[] TopLevelNames =
    [
        "http_ports", "https_ports", "preferHostingUrls", "environment", "applicationName", "contentRoot", "webroot", "AllowedHosts",
        "shutdownTimeoutSeconds", "detailedErrors", "captureStartupErrors", "suppressStatusMessages", "preventHostingStartup",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies",
    ];

    /// <summary>Sections that ASP.NET Core validates itself.</summary>
    public static readonly string[] Sections = ["Logging:", "Kestrel:", "OTEL_"];

    private const string Addresses = "addresses like http://localhost:5000, separated by semicolons, with ports from 0 to 65535";
    private const string Ports = "port numbers from 0 to 65535, separated by semicolons";

    public static void Validate(IConfiguration configuration)
    {
        EnsureEach(configuration, "urls", IsAddress, Addresses);
        EnsureEach(configuration, "http_ports", IsPort, Ports);
        EnsureEach(configuration, "https_ports", IsPort, Ports);
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            var url = endpoint["Url"];
            Ensure(url is not null && IsAddress(url), $"{endpoint.Path}:Url", url, Addresses);
        }

        var levels = Enum.GetNames<LogLevel>();
        var logging = configuration.GetSection("Logging").AsEnumerable();
        foreach (var (path, level) in logging.Where(s => s.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            var isLevel = level is null || levels.Contains(level, StringComparer.OrdinalIgnoreCase);
            Ensure(isLevel, path, level, $"one of {string.Join(", ", levels)}");
        }
    }

    private static void EnsureEach(IConfiguration configuration, string name, Func<string, bool> isValid, string expected)
    {
        var given = configuration[name];
        Ensure(string.IsNullOrEmpty(given) || given.Split(';').All(isValid), name, given, expected);
    }

    private static void Ensure(bool isValid, string name, string? given, string expected)
    {
        if (!isValid)
        {
            throw ConfigurationException.Invalid($"{Setting.ToVariable(name)} must be {expected}", given);
        }
    }

    private static bool IsPort(string port) => ushort.TryParse(port, CultureInfo.InvariantCulture, out _);

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            var isHttp = parsed.Scheme.ToLowerInvariant() is "http" or "https";
            // BindingAddress leaves an invalid port in the host.
            var isPipe = parsed.IsUnixPipe || parsed.IsNamedPipe;
            var isHost = isPipe || parsed.Host.StartsWith('[') || !parsed.Host.Contains(':', StringComparison.Ordinal);
            return isHttp && isHost && parsed.Port is >= 0 and <= ushort.MaxValue && parsed.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
