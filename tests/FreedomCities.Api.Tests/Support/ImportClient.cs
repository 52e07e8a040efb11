using System.Net;
using System.Text;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Imports as the command does, and what a reader has then.</summary>
internal static class ImportClient
{
    private const string CountsSql = """
        select concat_ws(' ',
          (select count(*) from record), (select count(*) from slug_history), (select count(*) from translation), (select count(*) from revision),
          (select count(*) from source_document), (select count(*) from affiliate), (select count(*) from resource_target),
          (select sum(position) from faq), (select max(updated_at) from record))
        """;

    /// <summary>How the seed's translation is imported.</summary>
    public static ImportOptions Spanish => new() { Language = "es", Translates = "freedom-cities", Origin = "machine" };

    /// <summary>Imports one file.</summary>
    /// <returns>The report.</returns>
    public static async Task<string> Import(
        this Service service, string name, byte[] bytes, ImportOptions? options = null, bool dryRun = false, TimeProvider? clock = null)
    {
        var reports = await new Importer(service.Database, clock ?? TimeProvider.System)
            .Import([(new ImportFile(name, bytes), options ?? new ImportOptions())], dryRun, CancellationToken.None);
        await service.Notified();
        return Assert.Single(reports).ToString();
    }

    public static Task<string> Import(
        this Service service, string document, ImportOptions? options = null, bool dryRun = false, TimeProvider? clock = null) =>
        service.Import("document.md", Encoding.UTF8.GetBytes(document), options, dryRun, clock);

    public static Task<string> ImportJson(this Service service, string name, string json, TimeProvider? clock = null) =>
        service.Import(name, Encoding.UTF8.GetBytes(json), clock: clock);

    public static Task<string> ImportSeed(this Service service, string name) =>
        service.Import(name, EmbeddedFiles.Bytes("seed/" + name), name switch
        {
            "freedom-cities-faq.txt" => new ImportOptions { Jurisdiction = "US-NM" },
            "freedom-cities-faq.es.txt" => Spanish,
            _ => null,
        });

    /// <summary>Demands that the file is refused with a message that says this, and that nothing of it is written.</summary>
    public static async Task Refuses(this Service service, string name, byte[] bytes, string message, ImportOptions? options = null)
    {
        var before = await service.Database.QueryFirst<string>(CountsSql, new { }, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<ImportException>(() => service.Import(name, bytes, options));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await service.Database.QueryFirst<string>(CountsSql, new { }, CancellationToken.None));
    }

    public static Task Refuses(this Service service, string document, string message) =>
        service.Refuses("document.md", Encoding.UTF8.GetBytes(document), message);

    /// <summary>Every record's path with its ETag and its JSON.</summary>
    public static async Task<Dictionary<string, string>> Records(this Service service)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in new[] { "topics", "faqs", "resources", "contacts" })
        {
            foreach (var slug in await service.Slugs($"/v1/{type}?limit=100"))
            {
                using var response = await service.Get($"/v1/{type}/{slug}", HttpStatusCode.OK);
                records[$"{type}/{slug}"] = $"{response.Headers.ETag}\n{await response.Content.ReadAsStringAsync()}";
            }
        }

        return records;
    }

    /// <summary>The paths whose ETag or JSON is another than before.</summary>
    public static async Task<string[]> ChangedSince(this Service service, Dictionary<string, string> before)
    {
        var now = await service.Records();
        return [.. now.Keys.Union(before.Keys)
            .Where(path => now.GetValueOrDefault(path) != before.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal)];
    }
}
