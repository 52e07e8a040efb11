using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>How fast kept answers are, as ratios to servers that do nothing but send the same bytes: in turn, so that whatever else the machine does strikes all.</summary>
internal static class ReadSpeed
{
    private const int Entries = 10_000;
    private const int Rounds = 3;

    private static readonly int[] Connections = [1, 32, 256];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    private static readonly (string Name, string Path)[] Reads = [("list", "/v1/faqs"), ("entry", "/v1/faqs/entry-500")];

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Start(ct);
        await using (var superuser = await database.Superuser(ct))
        {
            await Fill.With(Synthetic.OfWords().Entries(Entries), "en", superuser, ct);
        }

        await using var service = await ServiceProcess.Start(database.Server, ct);
        await service.UntilReady(ct);
        Console.WriteLine(Invariant($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {Entries:N0} entries, medians of {Rounds} rounds; ratios to the service's req/s"));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "fc-" + Path.GetRandomFileName())).FullName; // that nginx can look into
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            var bytes = Directory.CreateDirectory(Path.Combine(folder, encoding)).FullName;
            foreach (var (name, path) in Reads)
            {
                await File.WriteAllBytesAsync(Path.Combine(bytes, name), await Read(service, path, encoding, ct), ct);
            }

            await Compare(service, bytes, encoding, ct);
        }

        Console.WriteLine(Invariant($"memory of the service: {await service.PeakMemory(ct):0} MiB at most"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Compare(ServiceProcess service, string bytes, string encoding, CancellationToken ct)
    {
        await using var kestrel = await ServiceProcess.StartBare(bytes, ct);
        var (nginx, nginxAddress) = await SameBytes.Nginx(bytes, ct);
        using var nginxProcess = nginx;
        try
        {
            foreach (var (name, path) in Reads)
            {
                Uri[] urls = [new(service.Address, path), new(kestrel.Address, name), new(nginxAddress, name)];
                foreach (var connections in Connections)
                {
                    var measured = await Measure(urls, connections, "Accept-Encoding: " + encoding, ct);
                    Console.WriteLine(Invariant($"{name}, {encoding}, {connections} connections"));
                    Console.WriteLine($"  service  {measured[0]}");
                    Console.WriteLine(Invariant($"  Kestrel  {measured[1]}: {measured[0].Rate / measured[1].Rate:0.00}"));
                    Console.WriteLine(Invariant($"  nginx    {measured[2]}: {measured[0].Rate / measured[2].Rate:0.00}"));
                }
            }
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Wrk[]> Measure(Uri[] urls, int connections, string header, CancellationToken ct)
    {
        foreach (var url in urls)
        {
            await Wrk.Load(url, connections, connections == Connections[0] ? WarmUp : TimeSpan.FromSeconds(1), header, ct);
        }

        var rounds = urls.Select(_ => new List<Wrk>()).ToArray();
        for (var i = 0; i < Rounds * urls.Length; i++)
        {
            rounds[i % urls.Length].Add(await Wrk.Load(urls[i % urls.Length], connections, Time, header, ct));
        }

        return [.. rounds.Select(Wrk.Median)];
    }

    private static async Task<byte[]> Read(ServiceProcess service, string path, string encoding, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", encoding } } };
        using var response = await service.Http.SendAsync(request, ct);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct);
    }
}
