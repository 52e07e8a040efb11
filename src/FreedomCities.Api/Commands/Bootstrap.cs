using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Editorial;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The embedded database is migrated by whoever starts it, and filled with the seed when it is new; another one is its operator's.</summary>
internal static class Bootstrap
{
    public static async Task Prepare(DatabaseServer server, NpgsqlDataSource database, CancellationToken ct)
    {
        if (!server.IsEmbedded)
        {
            await SchemaVersions.RefuseOlder(database, ct);
            return;
        }

        await Migrator.Migrate(server.Owner, ct);
        await PostalCodes.Load(server.Owner, ct);
        await Seed.Fill(database, ct);
    }
}
