using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The measurements that the README quotes: search-quality [FOLDER], benchmark search [FOLDER], benchmark locate, benchmark snapshot, benchmark reads.</summary>
internal static class Start
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new StopSignal();
        try
        {
            await (args switch
            {
                ["search-quality"] => SearchQuality.Run(DataSet.Seed(), stop.Token),
                ["search-quality", var folder] => SearchQuality.Run(DataSet.In(folder), stop.Token),
                ["benchmark", "search"] => SearchSpeed.Run(Synthetic.OfWords(), stop.Token),
                ["benchmark", "search", var folder] => SearchSpeed.Run(Synthetic.Of(DataSet.In(folder)[0]), stop.Token),
                ["benchmark", "locate"] => LocateSpeed.Run(stop.Token),
                ["benchmark", "reads"] => ReadSpeed.Run(stop.Token),
                ["serve", var folder] => SameBytes.Serve(folder, stop.Token),
                ["benchmark", "snapshot"] => SnapshotCost.Run(stop.Token),
                _ => throw new SetupException("Say search-quality [FOLDER], benchmark search [FOLDER], benchmark locate, benchmark snapshot or benchmark reads."),
            });
            return 0;
        }
        catch (Exception e) when (e is SetupException or NpgsqlException or HttpRequestException or IOException or FormatException)
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
