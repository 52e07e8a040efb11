using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>The memory of the service over 10,000 entries, minute by minute, under a load of all kinds of read.</summary>
internal static class Endurance
{
    private const int Entries = 10_000;
    private const int Readers = 32;
    private const int Minutes = 10;

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await RunningService.StoreVectors(database.Server, ct);
        await using var service = await ServerProcess.Service(database.Server, ct, "--Search:Model=minilm");
        await service.UntilReady(ct);
        Console.WriteLine(
            Invariant(
                $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries; idle {await service.Memory(
                    ct):0} MiB resident"));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(TimeSpan.FromMinutes(Minutes));
        var readers = Enumerable.Range(1, Readers).Select(seed => Read(service, new Random(seed), end.Token)).ToArray();
        for (var minute = 1; minute <= Minutes; minute++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(1), ct);
            Console.WriteLine(Invariant($"  after {minute,2} min {await service.Memory(ct):0} MiB"));
        }

        Console.WriteLine(Invariant($"  {(await Task.WhenAll(readers)).Sum():N0} reads, at most {await service.PeakMemory(ct):0} MiB"));
    }

    private static async Task<int> Read(ServerProcess service, Random random, CancellationToken ct)
    {
        var reads = 0;
        try
        {
            for (; ; reads++)
            {
                var path = random.Next(10) switch
                {
                    0 => "/v1/search?q=question+" + Fill.Slug(random.Next(Entries)),
                    < 4 => "/v1/faqs?limit=20&topic=topic-" + random.Next(100),
                    _ => "/v1/faqs/" + Fill.Slug(random.Next(Entries)),
                };
                _ = await service.Read(path, random.Next(2) == 0 ? "gzip" : "identity", ct);
            }
        }
        catch (OperationCanceledException)
        {
            return reads;
        }
    }
}
