using FreedomCities.Api.Benchmarks.ImportQuality;
using FreedomCities.Api.Commands.Terminal;
using Npgsql;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The measurements that docs/performance.md quotes: see `./dev`.</summary>
internal static class Start
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new StopSignal();
        try
        {
            await (args switch
            {
                ["import-quality"] => ImportQualityReport.Print(Console.Out, ImportQualityReport.DefaultFolder),
                ["import-quality", var path] => ImportQualityReport.Print(Console.Out, path),
                ["search-quality"] => SearchQuality.Run(DataSet.Seed(), stop.Token),
                ["search-quality", var folder] => SearchQuality.Run(DataSet.LoadAll(folder), stop.Token),
                ["bench", var chart] => ReadSpeed.Run(large: false, chart, stop.Token),
                ["bench", var chart, "--large"] => ReadSpeed.Run(large: true, chart, stop.Token),
                ["bench", _, "memory"] => Endurance.Run(stop.Token),
                ["bench", _, "start"] => StartTime.Run(stop.Token),
                ["bench", _, "search"] => SearchSpeed.Run(Synthetic.OfWords(), stop.Token),
                ["bench", _, "search", var folder] => SearchSpeed.Run(Synthetic.Create(DataSet.LoadAll(folder)[0]), stop.Token),
                ["bench", _, "locate"] => LocateSpeed.Run(stop.Token),
                ["bench", _, "snapshot"] => SnapshotCost.Run(stop.Token),
                ["bench", _, "against"] => Against.Run(stop.Token),
                ["bench", _, "publish"] => PublishCost.Run(stop.Token),
                ["bench", _, "latency"] => ReadSpeed.BesidePublications(stop.Token),
                ["bench", _, "pollers"] => Pollers.Run(stop.Token),
                ["bench", _, "unread"] => Unread.Run(stop.Token),
                ["bench", _, "crowded"] => Crowded.Run(stop.Token),
                ["serve", var name, var over] => Rivals.Serve(name, over, stop.Token),
                _ => throw new ConfigurationException(
                    "Say search-quality [FOLDER], import-quality [FOLDER], or bench with nothing, --large, memory, start, search [FOLDER], "
                        + "locate, snapshot, publish, latency, pollers, unread, crowded or against."),
            });
            return 0;
        }
        catch (Exception e) when (e is ConfigurationException or NpgsqlException or HttpRequestException or IOException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 1;
        }
    }
}
