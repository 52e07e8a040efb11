using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// Effect of many requests without repetition on the response cache: its memory, and whether popular responses stay cached.
/// </summary>
internal static class Crowded
{
    private const int Requests = 60_000;
    private const int Slugs = 100;
    private const int AtOnce = 16;
    private const string Often = "/v1/faqs?limit=100";

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Start(ct);
        await using (var superuser = await database.Superuser(ct))
        {
            await Fill.With(
                Enumerable.Range(0, 100).Select(i => new Entry("A section", Invariant($"What is entry {i}?"), new string('x', 2_800))),
                "en",
                superuser,
                ct);
        }

        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        _ = await Reread(service, ct);
        var reads = await Reread(service, ct);
        var before = await service.Memory(ct);
        _ = await service.PeakMemory(ct);
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (i, end) =>
            {
                var slugs = Enumerable.Range(0, Slugs).Select(s => Invariant($"a-slug-that-nobody-has-given-{i}-{s}"));
                using var response = await service.Http.GetAsync(
                    new Uri("/v1/faqs?slugs=" + string.Join(',', slugs), UriKind.Relative),
                    end);
                response.EnsureSuccessStatusCode();
            });

        Console.WriteLine(
            Invariant(
                $"{Requests:N0} lists of {Slugs} unknown slugs: {before:0} MiB idle, at most {await service.PeakMemory(
                    ct) - before:+0;-0;0} MiB"));
        Console.WriteLine(
            Invariant($"100 reads of a list that is read often: {reads:0} ms of CPU before, {await Reread(service, ct):0} ms after"));
    }

    private static async Task<double> Reread(ServerProcess service, CancellationToken ct)
    {
        var work = await service.Work(ct);
        for (var i = 0; i < 100; i++)
        {
            _ = await service.Read(Often, "identity", ct);
        }

        return (await service.Work(ct) - work).TotalMilliseconds;
    }
}
