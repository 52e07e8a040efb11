using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>The service over the real document that reaches its database through a relay.</summary>
internal sealed class RelayedService(TestCluster cluster, Relay relay, params string[] settings) : Service(cluster)
{
    protected override string Template => TestCluster.Located;

    private protected override string[] Settings => settings;

    private protected override async Task<DatabaseServer> OpenDatabase()
    {
        var server = await base.OpenDatabase();
        return new DatabaseServer(
            new NpgsqlConnectionStringBuilder(server.App) { Host = relay.Folder }.ConnectionString,
            server.Owner,
            embedded: null);
    }
}
