using FreedomCities.Api.Database;
using FreedomCities.Api.Editorial.Import;
using Npgsql;

namespace FreedomCities.Api.Editorial;

/// <summary>What a new database is filled with: the curated contacts and resources, then the document that refers to them.</summary>
internal static class Seed
{
    private const string IsEmptySql = "select not exists (select from record)";

    /// <summary>Imports the seed in one transaction.</summary>
    public static Task<ImportReport[]> Import(NpgsqlDataSource database, CancellationToken ct) =>
        new Importer(database, TimeProvider.System).Import(
            [
                (File("contacts.json"), new ImportOptions()),
                (File("resources.json"), new ImportOptions()),
                (File("freedom-cities-faq.txt"), new ImportOptions { Jurisdiction = "US-NM" }),
            ],
            dryRun: false,
            ct);

    /// <summary>Whether nothing was ever published; a killed first start leaves it so.</summary>
    public static Task<bool> IsMissing(NpgsqlDataSource database, CancellationToken ct) =>
        database.QueryFirst<bool>(IsEmptySql, new { }, ct);

    private static ImportFile File(string name) => new(name, Embedded.Bytes("seed/" + name));
}
