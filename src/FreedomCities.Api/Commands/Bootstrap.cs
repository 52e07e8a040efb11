using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Editorial;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>Migrates and seeds the embedded database at start. A database on a server is left to its operator.</summary>
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
