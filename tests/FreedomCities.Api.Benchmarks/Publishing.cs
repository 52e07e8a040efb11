using System.Text;
using FreedomCities.Api.Editorial.Import;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What readers of kept answers notice while 20 publications a second go on.</summary>
internal static class Publishing
{
    private const int Connections = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task Run(ScratchDatabase database, CancellationToken ct)
    {
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        foreach (var path in new[] { "/v1/faqs", "/v1/faqs/entry-500" })
        {
            var contender = new Contender("alone", service, path);
            var alone = (await Comparison.Of("kept " + path, Connections, "identity", warmUp: true, ct, contender))[0];
            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var publishing = Publish(database, end.Token);
            var beside = (await Comparison.Of("kept " + path, Connections, "identity", warmUp: false, ct, contender with { Name = "beside publications" }))[0];
            await end.CancelAsync();
            Console.WriteLine(Invariant($"  {await publishing:0.0} publications a second: p99 {beside.P99 / alone.P99:0.00} ×, req/s {beside.Rate / alone.Rate:0.00} ×"));
        }
    }

    /// <returns>How many in a second.</returns>
    private static async Task<double> Publish(ScratchDatabase database, CancellationToken ct)
    {
        await using var app = database.Server.Connect();
        var importer = new Importer(app, TimeProvider.System);
        using var timer = new PeriodicTimer(Pause);
        var start = TimeProvider.System.GetTimestamp();
        var published = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                var document = Encoding.UTF8.GetBytes(Invariant($"# Publications\n\n## How many are there?\n\nThere are {published}.\n"));
                await importer.Import([(new ImportFile("publications.md", document), new ImportOptions())], dryRun: false, CancellationToken.None);
                published++;
            }
        }
        catch (OperationCanceledException)
        {
            // It is told to end.
        }

        return published / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
