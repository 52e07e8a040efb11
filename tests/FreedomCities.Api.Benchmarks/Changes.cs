using System.Text;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Benchmarks;

/// <summary>How long after the commit of an import search finds what it published.</summary>
internal static class Changes
{
    private const int Count = 10;

    public static async Task<Timing> Measure(RunningService service, ScratchDatabase database, CancellationToken ct)
    {
        await using var app = database.Server.Connect();
        var importer = new Importer(app, TimeProvider.System);
        var taken = new List<TimeSpan>();
        for (var n = 0; n < Count; n++)
        {
            // A word of its own for each, unlike all others in its four-letter pieces.
            var word = new string((char)('a' + n), 3) + "q" + new string((char)('z' - n), 3) + "x";
            var document = Encoding.UTF8.GetBytes($"# About {word}\n\n## What is {word}?\n\nIt is {word}.\n");
            await importer.Import([(new ImportFile("change.md", document), new ImportOptions())], dryRun: false, ct);
            taken.Add(await RunningService.Until(
                async () => (await service.Ask.Search(word, "en", ["faq"], ct)).Slugs.Contains($"what-is-{word}", StringComparer.Ordinal),
                TimeSpan.FromMilliseconds(1), ct));
        }

        return Timing.Measure(taken);
    }
}
