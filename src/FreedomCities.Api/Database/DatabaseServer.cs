using System.Globalization;
using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// The database that the configuration names: ConnectionStrings:FreedomCities (app role) and ConnectionStrings:FreedomCitiesOwner
/// (for `migrate`), or, without them, the embedded default below the folder `data`. Given ones may name several hosts, a primary and its standbys.
/// </summary>
internal sealed class DatabaseServer(string app, string owner, EmbeddedPostgres? embedded) : IAsyncDisposable
{
    private const string Defaults = "Host Recheck Seconds=1;Maximum Pool Size=40;Timeout=5;Command Timeout=10;Timezone=UTC;Application Name=FreedomCities.Api;";

    // Without it snake_case columns silently leave their properties at the default.
    static DatabaseServer() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    public string App => app;

    public string Owner { get; } = ToPrimary(owner);

    public bool IsEmbedded => embedded is not null;

    public static async Task<DatabaseServer> Open(IConfiguration configuration, CancellationToken ct)
    {
        var (app, owner) = (Given("FreedomCities", configuration), Given("FreedomCitiesOwner", configuration));
        if (app is not null)
        {
            PostgresEnvironment.RemoveAllButCredentials();
            return new DatabaseServer(app, owner ?? app, embedded: null);
        }

        if (owner is not null)
        {
            throw new SetupException("ConnectionStrings__FreedomCitiesOwner is set, and ConnectionStrings__FreedomCities (the app role, on the same server) isn't: set both.");
        }

        var embedded = await EmbeddedPostgres.Start(
            configuration["data"] ?? EmbeddedPostgres.DefaultFolder, configuration[PostgresPrograms.Setting], ct);
        return new DatabaseServer(embedded.AppConnectionString, embedded.OwnerConnectionString, embedded);
    }

    /// <summary>Connections of the app role to the primary for work that may take its time. What the given connection string says of time-outs and of the pool wins.</summary>
    public NpgsqlDataSource Connect() => NpgsqlDataSource.Create(ToPrimary(Defaults + app));

    /// <summary>The same for requests, to any of several hosts: so many, on which a statement ends in time, by the server's clock or, when that hangs, by <see cref="Queries.Use"/>.</summary>
    public NpgsqlDataSource ConnectForRequests(int connections, TimeSpan deadline)
    {
        var settings = new NpgsqlConnectionStringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"{Defaults}Maximum Pool Size={connections};Command Timeout=0;{app}"));
        settings.Options = string.Create(CultureInfo.InvariantCulture, $"-c statement_timeout={deadline.TotalMilliseconds:0} {settings.Options}").TrimEnd();
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>A connection of the app role to the primary that is open for long and finds out within 2 s that its other end has gone.</summary>
    public NpgsqlConnection Listener() =>
        new(new NpgsqlConnectionStringBuilder(ToPrimary(Defaults + app)) { Pooling = false, KeepAlive = 1, CommandTimeout = 1 }.ConnectionString);

    /// <summary>Looks after the embedded server until cancelled; another one has its operator.</summary>
    public Task KeepRunning(ILogger log, CancellationToken ct) => embedded?.KeepRunning(log, ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Npgsql refuses the word for a single host.
    private static string ToPrimary(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Host!.Contains(',', StringComparison.Ordinal) ? connectionString + ";Target Session Attributes=primary" : connectionString;

    private static string? Given(string name, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } given)
        {
            return null;
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

        throw new SetupException($"ConnectionStrings__{name} isn't a connection string: it must look like Host=…;Database=…;Username=…;Password=….");
    }
}
