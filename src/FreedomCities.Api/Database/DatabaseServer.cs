using Npgsql;

namespace FreedomCities.Api.Database;

/// <summary>
/// The database that the configuration names: ConnectionStrings:FreedomCities (app role) and ConnectionStrings:FreedomCitiesOwner
/// (for `migrate`), or, without them, the embedded default below the folder `data`.
/// </summary>
internal sealed class DatabaseServer(string app, string owner, EmbeddedPostgres? embedded) : IAsyncDisposable
{
    // Without it snake_case columns silently leave their properties at the default.
    static DatabaseServer() => Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;

    public string Owner => owner;

    public bool IsEmbedded => embedded is not null;

    public static async Task<DatabaseServer> Open(IConfiguration configuration, CancellationToken ct)
    {
        if (configuration.GetConnectionString("FreedomCities") is { Length: > 0 } given)
        {
            return new DatabaseServer(given, configuration.GetConnectionString("FreedomCitiesOwner") ?? given, embedded: null);
        }

        var embedded = await EmbeddedPostgres.Start(
            configuration["data"] ?? EmbeddedPostgres.DefaultFolder, configuration[PostgresPrograms.Setting], ct);
        return new DatabaseServer(embedded.AppConnectionString, embedded.OwnerConnectionString, embedded);
    }

    /// <summary>Connections of the app role. What the given connection string says of time-outs wins.</summary>
    public NpgsqlDataSource Connect() =>
        NpgsqlDataSource.Create("Timeout=5;Command Timeout=10;Timezone=UTC;Application Name=FreedomCities.Api;" + app);

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
