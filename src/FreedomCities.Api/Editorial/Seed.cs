using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import;
using Npgsql;

namespace FreedomCities.Api.Editorial;

/// <summary>The content of a new database: contacts and resources, the document that links to them, its translation, and aliases.</summary>
internal static class Seed
{
    private const string IsEmptySql = "select not exists (select from record)";

    /// <summary>
    /// Imports the seed in one transaction, if there is no record yet, as after a killed first start. Over existing content it would undo
    /// corrections.
    /// </summary>
    /// <returns>Null: there already is content.</returns>
    public static async Task<ImportReport[]?> Fill(NpgsqlDataSource database, CancellationToken ct) =>
        await database.QueryFirst<bool>(IsEmptySql, new { }, ct)
            ? await new Importer(database, TimeProvider.System).Import(
                [
                    (File("contacts.json"), new ImportOptions()),
                    (File("resources.json"), new ImportOptions()),
                    (File("freedom-cities-faq.txt"), new ImportOptions { Jurisdiction = "US-NM" }),
                    (
                        File("freedom-cities-faq.es.txt"),
                        new ImportOptions { Language = "es", Translates = "freedom-cities", Origin = "machine" }),
                    (File("aliases.json"), new ImportOptions()),
                ],
                dryRun: false,
                ct)
            : null;

    private static ImportFile File(string name) => new(name, EmbeddedFiles.Bytes("seed/" + name));
}
