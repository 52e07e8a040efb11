using System.Text.Json;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>Many clients that follow the change feed through a shared cache, and how many of their requests reach the service.</summary>
internal static class Pollers
{
    private const int Entries = 5_000;
    private const int Clients = 1_000;

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await using var service = await ServerProcess.Service(database.Server, ct);
        await service.UntilReady(ct);
        // Unlike a temporary subdirectory, nginx's own user may open it.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "fc-nginx-" + Path.GetRandomFileName()));
        await using var cache = await ServerProcess.Cache(folder.FullName, service.Address, ct);
        var first = await Read(cache, "/v1/changes?limit=100", ct);
        var followed = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Follow(cache, first.Cursor, ct)));
        foreach (var (name, pages) in new[]
        {
            ("pages with more changes after them", followed.SelectMany(p => p).Where(p => p.More).ToArray()),
            ("last pages", [.. followed.SelectMany(p => p).Where(p => !p.More)]),
        })
        {
            var reached = pages.Count(p => !p.WasCached);
            Console.WriteLine(Invariant(
                $"{Clients:N0} clients, {name}: {pages.Length:N0} requests, {reached:N0} reached the service ({100.0 * reached / pages.Length:0.00} %)"));
        }

        folder.Delete(recursive: true);
    }

    private static async Task<Page[]> Follow(ServerProcess cache, string cursor, CancellationToken ct)
    {
        var pages = new List<Page>();
        do
        {
            pages.Add(await Read(cache, "/v1/changes?limit=100&since=" + cursor, ct));
            cursor = pages[^1].Cursor;
        }
        while (pages[^1].More);
        return [.. pages];
    }

    private static async Task<Page> Read(ServerProcess cache, string path, CancellationToken ct)
    {
        using var response = await cache.Http.GetAsync(new Uri(path, UriKind.Relative), ct);
        var page = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct));
        var wasCached = response.Headers.TryGetValues("X-Cache", out var values) && values.Single() == "HIT";
        return new(page.GetProperty("cursor").GetString()!, page.GetProperty("more").GetBoolean(), wasCached);
    }

    private sealed record Page(string Cursor, bool More, bool WasCached);
}
