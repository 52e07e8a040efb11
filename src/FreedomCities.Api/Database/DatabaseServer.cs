using System.Globalization;
using FreedomCities.Api.Database.Embedded;
using FreedomCities.Api.Database.Reads;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// The configured database: ConnectionStrings:FreedomCities (app role) and ConnectionStrings:FreedomCitiesOwner (for `migrate`), or without
/// them the embedded database in the folder `data`. A connection string may name several hosts, a primary and its standbys, or a pooler.
/// ConnectionStrings:FreedomCitiesListen may then name the primary itself. ConnectionStrings:FreedomCitiesReader names the role for reads;
/// without it, they use the app role.
/// </summary>
internal sealed class DatabaseServer(
    string app, string owner, EmbeddedPostgres? embedded, string? listen = null, string? reader = null) : IAsyncDisposable
{
    // No startup parameter that a pooler refuses, and no reset at the end of a session: each transaction sets what it needs.
    private const string Defaults = "No Reset On Close=true;Host Recheck Seconds=1;Maximum Pool Size=40;Timeout=5;Command Timeout=10;"
        + "Timezone=UTC;Application Name=FreedomCities.Api;";

    // Otherwise Dapper silently leaves the properties of snake_case columns at their defaults.
    static DatabaseServer() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    public string App => app;

    /// <summary>Hosts, database and app role, for the log: without a password.</summary>
    public string Name { get; } = Describe(app);

    /// <summary>The same of the reader role.</summary>
    public string ReaderName { get; } = Describe(reader ?? app);

    public string ListenerName { get; } = Describe(listen ?? app);

    /// <summary>Whether the listener may be down while reads work: it connects to the primary of several hosts, or directly.</summary>
    public bool HasSeparateListener => listen is not null || HasSeveralHosts(app);

    public string Owner { get; } = ToPrimary(owner);

    public bool IsEmbedded => embedded is not null;

    /// <param name="errors">Gets a line when an embedded database of an older schema is moved aside.</param>
    public static async Task<DatabaseServer> Open(ServiceSettings settings, TextWriter errors, CancellationToken ct)
    {
        var given = settings.ConnectionStrings;
        var (app, owner, listen, reader) = (
            given.FreedomCities, given.FreedomCitiesOwner, given.FreedomCitiesListen, given.FreedomCitiesReader);
        if (app is not null)
        {
            PostgresEnvironment.RefuseIgnoredTls();
            PostgresEnvironment.RemoveAllButCredentials();
            return new DatabaseServer(app, owner ?? app, embedded: null, listen, reader);
        }

        (string Name, string? Value)[] others =
        [
            (nameof(given.FreedomCitiesOwner), owner),
            (nameof(given.FreedomCitiesListen), listen),
            (nameof(given.FreedomCitiesReader), reader),
        ];
        if (others.Select(o => o.Value is null ? null : o.Name).FirstOrDefault(n => n is not null) is { } name)
        {
            throw new ConfigurationException(
                $"ConnectionStrings__{name} is set, and ConnectionStrings__{nameof(
                    given.FreedomCities)} (the app role, on the same server) isn't:"
                + " set both.");
        }

        var embedded = await EmbeddedPostgres.Start(
            settings.Data ?? DefaultDataFolder.Find(), settings.Postgres.Binaries, errors, ct);
        return new DatabaseServer(
            embedded.AppConnectionString, embedded.OwnerConnectionString, embedded, reader: embedded.ReaderConnectionString);
    }

    /// <summary>Pool of the app role to the primary, for background work. The connection string may override its defaults.</summary>
    public NpgsqlDataSource Connect() => Create("background", ToPrimary(Defaults + app));

    /// <summary>Pool of the owner role, without a timeout for its statements.</summary>
    public NpgsqlDataSource ConnectAsOwner() => Create("owner", Defaults + "Command Timeout=0;" + Owner);

    /// <summary>
    /// Pool of the reader role for requests, to any of several hosts. <see cref="ReadConnection"/> sends the statement timeout itself.
    /// </summary>
    public NpgsqlDataSource ConnectForRequests(int connections) => Create("requests", string.Create(
        CultureInfo.InvariantCulture, $"{Defaults}Maximum Pool Size={connections};Command Timeout=0;{reader ?? app}"));

    /// <summary>An unpooled connection of the reader role to one host.</summary>
    public NpgsqlConnection CreateUnpooledConnection(string host, int port)
    {
        var settings = new NpgsqlConnectionStringBuilder(Defaults + (reader ?? app)) { Host = host, Port = port };
        (settings.Pooling, settings.Timeout, settings.CommandTimeout) = (false, 2, 2);
        return new NpgsqlConnection(settings.ConnectionString);
    }

    /// <summary>A long-lived connection of the app role to the primary. Keep-alives detect a broken one within 2 s.</summary>
    public NpgsqlConnection CreateListener()
    {
        var settings = new NpgsqlConnectionStringBuilder(ToPrimary(Defaults + (listen ?? app)));
        (settings.Pooling, settings.KeepAlive, settings.CommandTimeout) = (false, 1, 1);
        return new NpgsqlConnection(settings.ConnectionString);
    }

    /// <summary>Supervises the embedded server until cancelled. The operator supervises a server that a connection string names.</summary>
    public Task KeepRunning(ILogger log, CancellationToken ct) => embedded?.KeepRunning(log, ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <param name="name">Name of the pool in metrics.</param>
    private static NpgsqlDataSource Create(string name, string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString) { Name = name }.Build();

    // Npgsql rejects Target Session Attributes for a single host.
    private static string ToPrimary(string connectionString) =>
        HasSeveralHosts(connectionString) ? connectionString + ";Target Session Attributes=primary" : connectionString;

    private static bool HasSeveralHosts(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Host!.Contains(',', StringComparison.Ordinal);

    private static string Describe(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var port = settings.Port.ToString(CultureInfo.InvariantCulture);
        var hosts = settings.Host!.Split(',').Select(h => h.Contains(':', StringComparison.Ordinal) ? h : $"{h}:{port}");
        var role = settings.Username ?? Environment.GetEnvironmentVariable("PGUSER") ?? Environment.UserName;
        return $"{string.Join(',', hosts)}/{settings.Database ?? role} as {role}";
    }
}
