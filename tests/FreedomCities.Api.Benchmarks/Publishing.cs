using System.Text;
using FreedomCities.Api.Editorial.Import;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// Latency of cached responses during 20 publications a second, compared with a server that only shares the processors.
/// </summary>
internal static class Publishing
{
    private const int Connections = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task Run(ScratchDatabase database, (string Name, string Path)[] reads, CancellationToken ct)
    {
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        using var answers = await AnswerFiles.Create(service, reads, "identity", ct);
        await using var kestrel = await ServerProcess.Rival(Rivals.Kestrel, answers.Folder, ct);
        foreach (var (name, path) in reads)
        {
            Contender[] contenders = [new("Kestrel", kestrel, name), new("service", service, path)];
            var alone = await Comparison.Run("kept " + name, Connections, "identity", warmUp: true, ct, contenders);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var publishing = Publish(database, end.Token);
            var beside = await Comparison.Run($"kept {name}, beside publications", Connections, "identity", warmUp: false, ct, contenders);
            await end.CancelAsync();
            Console.WriteLine(Invariant($"  {await publishing:0.0} publications a second"));
            Array.ForEach([.. alone.Zip(beside)], p => Console.WriteLine(Invariant(
                $"  {p.First.Name}: p99 {p.Second.P99 / p.First.P99:0.00} ×, req/s {p.Second.Rate / p.First.Rate:0.00} ×")));
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
                await importer.Import(
                    [(new ImportFile("publications.md", document), new ImportOptions())],
                    dryRun: false,
                    CancellationToken.None);
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
