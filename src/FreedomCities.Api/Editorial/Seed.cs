using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import;
using Npgsql;

namespace FreedomCities.Api.Editorial;

/// <summary>What a new database is filled with: the curated contacts and resources, then the document that refers to them, its translation, and how else people ask.</summary>
internal static class Seed
{
    private const string IsEmptySql = "select not exists (select from record)";

    /// <summary>
    /// Imports the seed in one transaction where nothing was ever published, as a killed first start leaves it;
    /// over what is there it would take back corrections.
    /// </summary>
    /// <returns>Null: there is content already.</returns>
    public static async Task<ImportReport[]?> Fill(NpgsqlDataSource database, CancellationToken ct) =>
        await database.QueryFirst<bool>(IsEmptySql, new { }, ct)
            ? await new Importer(database, TimeProvider.System).Import(
                [
                    (File("contacts.json"), new ImportOptions()),
                    (File("resources.json"), new ImportOptions()),
                    (File("freedom-cities-faq.txt"), new ImportOptions { Jurisdiction = "US-NM" }),
                    (File("freedom-cities-faq.es.txt"), new ImportOptions { Language = "es", Translates = "freedom-cities", Origin = "machine" }),
                    (File("aliases.json"), new ImportOptions()),
                ],
                dryRun: false,
                ct)
            : null;

    private static ImportFile File(string name) => new(name, EmbeddedFiles.Bytes("seed/" + name));
}
