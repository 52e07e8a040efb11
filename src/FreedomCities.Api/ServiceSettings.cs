using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Settings;

namespace FreedomCities.Api;

/// <summary>
/// Every setting of the service, with its default and its bounds: read once and validated at start. docs/operating.md describes them for
/// operators. A name with a colon is a member of a nested record.
/// </summary>
internal sealed record ServiceSettings
{
    public const string DefaultAddress = "http://localhost:5000";

    /// <summary>Folder of the embedded database. Default: below the user's data directory; for root /var/lib/freedomcities-api.</summary>
    [ConfigurationKeyName("data")]
    public string? Data { get; init; }

    /// <summary>The addresses that the service listens on, separated by semicolons.</summary>
    [ConfigurationKeyName("urls")]
    public string Urls { get; init; } = DefaultAddress;

    /// <summary>Address that readers use, with the path below which a proxy publishes. Default: the first of <see cref="Urls"/>.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Proxies whose X-Forwarded-For names the client: addresses or networks, separated by commas.</summary>
    public string? TrustedProxies { get; init; }

    /// <summary>The language to serve when a request asks for none (BCP 47).</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>Name of the licence of the content.</summary>
    public string? ContentLicenseName { get; init; }

    /// <summary>Address of the licence of the content: https or http.</summary>
    public string? ContentLicenseUrl { get; init; }

    /// <summary>Who answers for the content: an https, http or mailto URL.</summary>
    public string? ContentContact { get; init; }

    /// <summary>Where vulnerabilities are reported: an https, mailto or tel URL. Published in /.well-known/security.txt.</summary>
    public string? SecurityContact { get; init; }

    /// <summary>How many days of changes to keep. Clients with an older cursor must resync.</summary>
    [Range(1, 10_000)]
    public int ChangeRetentionDays { get; init; } = 90;

    /// <summary>Time limit, in seconds, for a response to start (then 503) and for each SQL statement.</summary>
    [Range(0.1, 60)]
    public double DeadlineSeconds { get; init; } = 2;

    /// <summary>How long the service keeps answering after SIGTERM, in seconds, while /health/ready reports 503.</summary>
    [Range(0.0, 600)]
    public double GraceSeconds { get; init; } = 2;

    /// <summary>Size of the connection pool for requests.</summary>
    [Range(1, 1000)]
    public int DatabaseConnections { get; init; } = 40;

    /// <summary>Maximum concurrent requests, cache hits excluded; more get 503.</summary>
    [Range(1, 100_000)]
    public int ConcurrentRequests { get; init; } = 256;

    /// <summary>Maximum connections; more are closed at once. A client network may have half of them, a trusted proxy all.</summary>
    [Range(2, 1_000_000)]
    public int ConcurrentConnections { get; init; } = 5000;

    /// <summary>Megabytes for responses over 16 KB and request bodies; more get 503. A client network may use a quarter.</summary>
    [Range(1, 100_000)]
    public int InFlightMegabytes { get; init; } = 64;

    /// <summary>Size of the response cache, in megabytes; 0 turns it off.</summary>
    [Range(0, 100_000)]
    public int ResponseCacheMegabytes { get; init; } = 32;

    /// <summary>How long stale responses may be served while the database is down, in seconds.</summary>
    [Range(0, 31_536_000)]
    public int StaleIfErrorSeconds { get; init; } = 86_400;

    /// <summary>A second port, on all addresses, with GET /metrics for Prometheus; 0: any free port.</summary>
    [Range(0, ushort.MaxValue)]
    public int? MetricsPort { get; init; }

    /// <summary>Address of an OpenTelemetry collector for traces, metrics and logs.</summary>
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public string? OtlpEndpoint { get; init; }

    /// <summary>How the collector is reached: grpc or http/protobuf.</summary>
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_PROTOCOL")]
    public string OtlpProtocol { get; init; } = "grpc";

    public SearchSettings Search { get; init; } = new();

    public ConnectionStringSettings ConnectionStrings { get; init; } = new();

    public PostgresSettings Postgres { get; init; } = new();

    public RateLimitSettings RateLimits { get; init; } = new();

    /// <summary>All settings OTEL_…, for OpenTelemetry's SDK.</summary>
    public IReadOnlyDictionary<string, string?> OpenTelemetry { get; private init; } =
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    public TimeSpan RequestTimeout => TimeSpan.FromSeconds(DeadlineSeconds);

    public TimeSpan ShutdownGrace => TimeSpan.FromSeconds(GraceSeconds);

    public TimeSpan MaxStaleIfError => TimeSpan.FromSeconds(StaleIfErrorSeconds);

    /// <summary>Whether metrics leave the process.</summary>
    public bool ExportsMetrics => MetricsPort is not null || OtlpEndpoint is { Length: > 0 };

    /// <exception cref="ConfigurationException">A name is unknown, or a value isn't allowed.</exception>
    public static ServiceSettings Read(IConfigurationRoot configuration)
    {
        SettingNames.EnsureKnown(configuration);
        var settings = SettingBinder.Bind(configuration) with
        {
            OpenTelemetry = configuration.AsEnumerable()
                .Where(s => s.Key.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(s => s.Key, s => s.Value, StringComparer.OrdinalIgnoreCase),
        };
        SettingValues.Validate(settings);
        HostSettings.Validate(configuration);
        return settings;
    }

    public sealed record SearchSettings
    {
        /// <summary>Sentence model that search uses beside the words: minilm, arctic (for long answers) or none.</summary>
        public string Model { get; init; } = "minilm";
    }

    public sealed record ConnectionStringSettings
    {
        /// <summary>App role on a PostgreSQL server of your own (14 or later). Without it the service runs an embedded database.</summary>
        public string? FreedomCities { get; init; }

        /// <summary>The same server as the owner role, for migrate. Default: the app role's.</summary>
        public string? FreedomCitiesOwner { get; init; }

        /// <summary>A direct connection to the primary as the app role, for LISTEN, when the app role's goes through a pooler.</summary>
        public string? FreedomCitiesListen { get; init; }

        /// <summary>The same server as the reader role, for requests: it can read only what is public. Default: the app role's.</summary>
        public string? FreedomCitiesReader { get; init; }
    }

    public sealed record PostgresSettings
    {
        /// <summary>Folder of initdb and pg_ctl. Default: PATH, then /usr/lib/postgresql/*/bin.</summary>
        public string? Binaries { get; init; }
    }

    /// <summary>Limits of one client network: an IPv4 address or an IPv6 /64.</summary>
    public sealed record RateLimitSettings
    {
        /// <summary>Whether requests are limited; false turns all of these limits off.</summary>
        public bool Enabled { get; init; } = true;

        /// <summary>Maximum open requests; more get 429.</summary>
        [Range(1, 100_000)]
        public int OpenRequests { get; init; } = 256;

        public BudgetSettings Reads { get; init; } = new() { Requests = 2000, Seconds = 10 };

        /// <summary>Budget for search and suggestions.</summary>
        public BudgetSettings Search { get; init; } = new() { Requests = 400, Seconds = 10 };

        public BudgetSettings Locate { get; init; } = new() { Requests = 400, Seconds = 10 };
    }

    public sealed record BudgetSettings
    {
        /// <summary>Maximum requests in a window.</summary>
        [Range(1, 1_000_000)]
        public required int Requests { get; init; }

        /// <summary>Length of the window, in seconds.</summary>
        [Range(1, 86_400)]
        public required int Seconds { get; init; }

        public TimeSpan Window => TimeSpan.FromSeconds(Seconds);
    }
}
