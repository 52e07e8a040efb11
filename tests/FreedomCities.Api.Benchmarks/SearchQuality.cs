using FreedomCities.Api.Editorial;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// Loads each set of judged queries into a service of its own, and asks it beside PostgreSQL's own ranking of the same entries.
/// </summary>
internal static class SearchQuality
{
    public static async Task Run(DataSet[] sets, CancellationToken ct)
    {
        foreach (var set in sets)
        {
            await using var database = await ScratchDatabase.Start(ct);
            await using var superuser = await database.Superuser(ct);
            if (set.Entries is { } entries)
            {
                await Fill.With(entries, set.Language, superuser, ct);
            }
            else
            {
                await using var app = database.Server.Connect();
                await Seed.Fill(app, ct);
            }

            var tsRank = await TsRank.Over(superuser, set.Language, ct);
            foreach (var (name, model) in new[] { ("words only", "none"), ("with model", "minilm"), ("with arctic", "arctic") })
            {
                await using var service = await RunningService.Start(database.Server, ct, "--Search:Model=" + model);
                await service.UntilReady(ct);
                await service.UntilFound(database, ct);
                await service.UntilEmbedded(ct);
                var report = new QualityReport(
                    set,
                    name,
                    q => service.Ask.Search(q, set.Language, set.Types, ct),
                    q => tsRank.Find(q, set.Types, ct));
                await report.Print(sets);
            }
        }
    }
}
