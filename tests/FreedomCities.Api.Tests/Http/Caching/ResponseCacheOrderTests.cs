using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>An instance never goes back in time: a later request gets the same response or a newer one.</summary>
public sealed class ResponseCacheOrderTests(CachingService service) : IClassFixture<CachingService>
{
    private const int Corrections = 100;
    private static readonly string[] Paths = ["/v1/faqs/is-it-new", "/v1/faqs?topic=the-latest"];

    [Fact]
    public async Task ReadersWhileItIsCorrectedAndTheListenerKilled_NeverSeeAnOlderRevision()
    {
        await Correct(1);
        using var end = new CancellationTokenSource();
        var readers = Paths
            .Select(path => (Path: path, Seen: new Seen()))
            .SelectMany(
                of => Enumerable.Range(0, 4).Select(i => Task.Run(() => Read(of.Path, i % 2 == 0 ? "br" : "identity", of.Seen, end.Token))))
            .ToArray();
        for (var revision = 2; revision <= Corrections; revision++)
        {
            await Correct(revision);
            if (revision % 20 == 0)
            {
                await service.Cluster.Superuser(
                    "postgres",
                    $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{service.DatabaseName}' and query = "
                        + $"'listen content'");
            }
        }

        await end.CancelAsync();

        Assert.All(await Task.WhenAll(readers), distinct => Assert.InRange(distinct, 3, Corrections));
    }

    /// <returns>How many revisions the reader has seen.</returns>
    private async Task<int> Read(string path, string encoding, Seen seen, CancellationToken end)
    {
        var (distinct, last) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            var before = seen.Latest;
            var revision = await Revision(path, encoding);
            Assert.True(revision >= before, $"{path}: revision {revision} after {before}");
            seen.Saw(revision);
            (distinct, last) = (revision == last ? distinct : distinct + 1, revision);
        }

        return distinct;
    }

    private async Task<int> Revision(string path, string encoding)
    {
        // Some ask for what is current, others take what there is.
        (string, string)[] anew = encoding == "br" ? [("Cache-Control", "no-cache")] : [];
        using var answer = await service.Get(path, HttpStatusCode.OK, [("Accept-Encoding", encoding), .. anew]);
        await using var bytes = await answer.Content.ReadAsStreamAsync();
        await using var text = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : bytes;
        var json = await JsonDocument.ParseAsync(text);
        var faq = json.RootElement.TryGetProperty("items", out var items) ? items[0] : json.RootElement;
        return faq.GetProperty("revision").GetInt32();
    }

    private Task<string> Correct(int revision) =>
        service.Import(string.Create(CultureInfo.InvariantCulture, $"# The latest\n\n## Is it new?\n\nIt is number {revision}.\n"));

    /// <summary>The latest revision that any reader has had.</summary>
    private sealed class Seen
    {
        private int _latest;

        public int Latest => Volatile.Read(ref _latest);

        public void Saw(int revision)
        {
            for (var latest = Latest; latest < revision; latest = Latest)
            {
                Interlocked.CompareExchange(ref _latest, revision, latest);
            }
        }
    }
}
