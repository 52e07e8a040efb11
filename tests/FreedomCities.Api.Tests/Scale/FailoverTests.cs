using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Npgsql;

namespace FreedomCities.Api.Tests.Scale;

/// <summary>The primary is killed; the standby takes over.</summary>
[Collection<ScaleTests>]
public sealed class FailoverTests(ITestOutputHelper output, PreparedTopology prepared)
{
    private const string Entry = "/v1/faqs/where-can-i-learn-more-about-people-power-or-find-the-resistance-training";

    // Cached, and read from the database each time.
    private static readonly string[] Reads = ["/v1/faqs", Entry, "/v1/changes", "/v1/contacts/locate?postalCode=87501", "/v1/topics"];

    [Fact(Explicit = true)]
    public async Task PrimaryKilledUnderLoad_NoReadFailsAndWritesAreBackWithin2Seconds()
    {
        await using var topology = await Topology.Start(prepared);
        await topology.Withdraw(); // who writes knows the hosts
        await topology.Publish();
        await topology.Answer($"/v1/faqs/{Topology.Slug}", HttpStatusCode.OK);
        await using var readers = new Readers(
            6,
            [.. from part in (string[])[.. Topology.Instances, "nginx"] from path in Reads select topology.Address(part, path)]);
        await readers.More(500);

        await topology.Kill("primary");
        await readers.More(500, TimeSpan.FromSeconds(6)); // cached responses are revalidated 5 s after the loss of the listener

        Assert.True(await topology.Sql<bool>("standby", "select pg_promote()"));
        var promoted = Stopwatch.StartNew();
        await Eventually.Is(() => IsWithdrawn(topology), "withdrawn");
        var written = promoted.Elapsed;
        await topology.Answer($"/v1/faqs/{Topology.Slug}", HttpStatusCode.Gone);
        output.WriteLine(
            $"{readers.Answers} answers; after the promotion written in {written.TotalMilliseconds:0} ms, shown in {promoted.ElapsedMilliseconds} ms");

        await readers.More(200);
        Assert.Empty(readers.Failures);
        Assert.True(written < TimeSpan.FromSeconds(2), $"Written after {written}.");
    }

    [Fact(Explicit = true)]
    public async Task FeedAfterAPromotion_BeginsAnew()
    {
        await using var topology = await Topology.Start(prepared);
        var before = await Changes(topology, "");
        await topology.Kill("primary");
        await topology.Sql<bool>("standby", "select pg_promote()");

        using var lost = await topology.Get("api-1", $"/v1/changes?since={before.GetProperty("cursor").GetString()}");
        Assert.Equal(HttpStatusCode.Gone, lost.StatusCode);
        Assert.Contains("resync-required", await lost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var published = before.GetProperty("items").GetArrayLength();
        await Eventually.Is(
            async () => (await Changes(topology, "")).GetProperty("items").GetArrayLength() >= published,
            "the feed has all that is published");
    }

    private static async Task<JsonElement> Changes(Topology topology, string query)
    {
        using var answer = await topology.Get("api-1", "/v1/changes" + query);
        return await Service.ReadJson(answer);
    }

    private static async Task<bool> IsWithdrawn(Topology topology)
    {
        try
        {
            await topology.Withdraw();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
