using System.Globalization;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// The database that the configuration names: ConnectionStrings:FreedomCities (app role) and ConnectionStrings:FreedomCitiesOwner
/// (for `migrate`), or, without them, the embedded default below the folder `data`. Given ones may name several hosts, a primary and its standbys,
/// or a pooler; then ConnectionStrings:FreedomCitiesListen may name the primary itself.
/// </summary>
internal sealed class DatabaseServer(string app, string owner, EmbeddedPostgres? embedded, string? listen = null) : IAsyncDisposable
{
    private const string AppName = "FreedomCities";
    private const string OwnerName = "FreedomCitiesOwner";
    private const string ListenName = "FreedomCitiesListen";

    // Nothing that a pooler refuses at the start of a session, and nothing to undo at its end: each transaction sets what it needs.
    private const string Defaults = "No Reset On Close=true;Host Recheck Seconds=1;Maximum Pool Size=40;Timeout=5;Command Timeout=10;Timezone=UTC;Application Name=FreedomCities.Api;";

    // Without it snake_case columns silently leave their properties at the default.
    static DatabaseServer() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    public string App => app;

    /// <summary>Where the database is and as whom it is used, for the log: without a password.</summary>
    public string Name { get; } = Describe(app);

    public string ListenerName { get; } = Describe(listen ?? app);

    /// <summary>Whether the listener's database may be away while that of reads is there: the primary of several hosts, or a direct connection.</summary>
    public bool ListensApart => listen is not null || new NpgsqlConnectionStringBuilder(app).Host!.Contains(',', StringComparison.Ordinal);

    public string Owner { get; } = ToPrimary(owner);

    public bool IsEmbedded => embedded is not null;

    /// <param name="errors">Gets a line when an embedded database of an older schema is moved aside.</param>
    public static async Task<DatabaseServer> Open(IConfiguration configuration, TextWriter errors, CancellationToken ct)
    {
        var (app, owner, listen) = (Given(AppName, configuration), Given(OwnerName, configuration), Given(ListenName, configuration));
        if (app is not null)
        {
            PostgresEnvironment.RemoveAllButCredentials();
            return new DatabaseServer(app, owner ?? app, embedded: null, listen);
        }

        if ((owner ?? listen) is not null)
        {
            throw new ConfigurationException(
                $"ConnectionStrings__{(owner is null ? ListenName : OwnerName)} is set, and ConnectionStrings__{AppName} (the app role, on the same server) isn't: set both.");
        }

        var embedded = await EmbeddedPostgres.Start(
            configuration["data"] ?? EmbeddedPostgres.DefaultFolder, configuration[PostgresPrograms.Setting], errors, ct);
        return new DatabaseServer(embedded.AppConnectionString, embedded.OwnerConnectionString, embedded);
    }

    /// <summary>Connections of the app role to the primary for work that may take its time. What the given connection string says of time-outs and of the pool wins.</summary>
    public NpgsqlDataSource Connect() => Create("background", ToPrimary(Defaults + app));

    /// <summary>So many of them for requests, to any of several hosts; how long a statement may take is said with it, by <see cref="ReadConnection"/>.</summary>
    public NpgsqlDataSource ConnectForRequests(int connections) => Create("requests", string.Create(
        CultureInfo.InvariantCulture, $"{Defaults}Maximum Pool Size={connections};Command Timeout=0;{app}"));

    /// <summary>A connection of the app role to one host that isn't kept.</summary>
    public NpgsqlConnection Unpooled(string host, int port) => new(
        new NpgsqlConnectionStringBuilder(Defaults + app) { Host = host, Port = port, Pooling = false, Timeout = 2, CommandTimeout = 2 }.ConnectionString);

    /// <summary>A connection of the app role to the primary that is open for long and finds out within 2 s that its other end has gone.</summary>
    public NpgsqlConnection Listener() =>
        new(new NpgsqlConnectionStringBuilder(ToPrimary(Defaults + (listen ?? app))) { Pooling = false, KeepAlive = 1, CommandTimeout = 1 }.ConnectionString);

    /// <summary>Looks after the embedded server until cancelled; another one has its operator.</summary>
    public Task KeepRunning(ILogger log, CancellationToken ct) => embedded?.KeepRunning(log, ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <param name="name">What metrics call the pool.</param>
    private static NpgsqlDataSource Create(string name, string connectionString) => new NpgsqlDataSourceBuilder(connectionString) { Name = name }.Build();

    // Npgsql refuses the word for a single host.
    private static string ToPrimary(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Host!.Contains(',', StringComparison.Ordinal) ? connectionString + ";Target Session Attributes=primary" : connectionString;

    private static string Describe(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var hosts = settings.Host!.Split(',').Select(h => h.Contains(':', StringComparison.Ordinal) ? h : string.Create(CultureInfo.InvariantCulture, $"{h}:{settings.Port}"));
        var role = settings.Username ?? Environment.GetEnvironmentVariable("PGUSER") ?? Environment.UserName;
        return $"{string.Join(',', hosts)}/{settings.Database ?? role} as {role}";
    }

    private static string? Given(string name, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(name) is not { } given)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(given))
        {
            throw new ConfigurationException($"ConnectionStrings__{name} is set but empty: give it a connection string like Host=…;Database=…;Username=…;Password=…, or unset it.");
        }

        try
        {
            if (new NpgsqlConnectionStringBuilder(given).Host is not null)
            {
                return given;
            }
        }
        catch (ArgumentException)
        {
            // Its message may hold the password.
        }

        throw new ConfigurationException($"ConnectionStrings__{name} isn't a connection string: it must look like Host=…;Database=…;Username=…;Password=….");
    }
}
