using System.Net;
using System.Text.Json;
using FreedomCities.Api.Tests.Delivery.Changes;
using FreedomCities.Api.Tests.Editorial.Import;

namespace FreedomCities.Api.Tests.Delivery.Snapshots;

/// <summary>A copy that somebody keeps, from a snapshot and what has changed since, or from the changes alone.</summary>
public sealed class ReplicaTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task SnapshotWithItsChanges_IsWhatTheFeedAloneGivesAndWhatANewSnapshotHas()
    {
        var (replica, cursor) = await Snapshot();
        await service.Given.Faq("new", question: "What is new?");
        await service.Given.FaqTranslation("new", "es", "¿Qué hay de nuevo?");
        await service.Given.Withdrawn("resource", "people-power");
        await service.Given.Renamed("contact", "ana-moran", "ana");
        await Follow(replica, cursor);

        var alone = new Dictionary<string, int>();
        await Follow(alone, since: null);

        Assert.Equal((await Snapshot()).Replica.OrderBy(r => r.Key, StringComparer.Ordinal), replica.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.Equal(replica.OrderBy(r => r.Key, StringComparer.Ordinal), alone.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.Contains("faq new es", replica.Keys);
        Assert.DoesNotContain("resource people-power en", replica.Keys);
        Assert.Contains("contact ana en", replica.Keys);
    }

    [Fact]
    public async Task Change_ChangesTheValidator()
    {
        using var before = await service.Get("/v1/snapshot");
        await service.Given.Topic("another-topic");
        using var after = await service.Get("/v1/snapshot", HttpStatusCode.OK, ("If-None-Match", Service.Header(before, "ETag")!));

        Assert.NotEqual(Service.Header(before, "ETag"), Service.Header(after, "ETag"));
    }

    private async Task<(Dictionary<string, int> Replica, string Cursor)> Snapshot()
    {
        using var response = await service.Get("/v1/snapshot");
        JsonElement[] lines = [.. (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l))];
        return (
            lines[..^1].ToDictionary(
                l => $"{l.Text("type")} {l.GetProperty("record").Text("slug")} {l.GetProperty("record").GetProperty("language").Text("served")}",
                l => l.GetProperty("record").TryGetProperty("revision", out var revision) ? revision.GetInt32() : 1),
            lines[^1].Text("cursor"));
    }

    private async Task Follow(Dictionary<string, int> replica, string? since)
    {
        await service.Settle();
        for (var more = true; more;)
        {
            var answer = await service.Json("/v1/changes?limit=7" + (since is null ? "" : "&since=" + since));
            foreach (var change in answer.GetProperty("items").EnumerateArray())
            {
                replica.Remove($"{change.Text("type")} {change.GetProperty("renamedFrom").GetString() ?? change.Text("slug")} {change.Text("language")}");
                if (change.Text("action") == "upsert")
                {
                    replica[$"{change.Text("type")} {change.Text("slug")} {change.Text("language")}"] = change.GetProperty("revision").GetInt32();
                }
            }

            (since, more) = (answer.Text("cursor"), answer.GetProperty("more").GetBoolean());
        }
    }
}
