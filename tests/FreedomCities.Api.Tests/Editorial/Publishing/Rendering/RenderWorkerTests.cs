using System.Globalization;
using FreedomCities.Api.Editorial.Publishing.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FreedomCities.Api.Tests.Editorial.Publishing.Rendering;

/// <summary>What changes with time, and what others have written, is rendered by the service.</summary>
public sealed class RenderWorkerTests(FeedCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task EventOfAPastDay_BecomesPastAsAChange()
    {
        var today = DateTimeOffset.UtcNow;
        var date = today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await this.ImportJson(
            "resources.json",
            $$"""
            {
              "resources": [
                {
                  "slug": "livestream", "kind": "video", "title": "A livestream", "url": "https://example.org/", "eventDate": "{{date}}",
                  "source": { "title": "A source" }
                }
              ]
            }
            """,
            new FakeTimeProvider(today.AddDays(-2)));

        await this.Holds("upsert resource/livestream en 1 major", "upsert resource/livestream en 1 minor");
        var resource = await Json("/v1/resources/livestream");
        Assert.Equal($$"""{"date":"{{date}}","time":null,"zone":"Etc/UTC","state":"past"}""", resource.GetProperty("event").GetRawText());
    }

    [Theory]
    [InlineData("America/Denver", "2035-03-12T06:00:00Z")] // a day of 23 hours
    [InlineData("Pacific/Guam", "2035-03-11T14:00:00Z")]
    public async Task Event_BecomesPastAtTheEndOfItsDayThere(string zone, string end)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture).AddMilliseconds(-1));
        await this.ImportJson(
            "resources.json",
            $$"""
            {
              "resources": [
                {
                  "slug": "town-hall", "kind": "video", "title": "A town hall", "url": "https://example.org/", "source": { "title": "A source" },
                  "eventDate": "2035-03-11", "eventTime": "19:30", "eventZone": "{{zone}}"
                }
              ]
            }
            """,
            clock);
        using var worker = new RenderWorker(Database, clock, NullLogger<RenderWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Is(() => worker.HasCaughtUp, "it has looked for what is due");
        Assert.Equal(Event("upcoming"), await State());

        await Eventually.Is(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return await State() == Event("past");
            },
            "the event is past");

        await worker.StopAsync(CancellationToken.None);
        await this.Holds("upsert resource/town-hall en 1 major", "upsert resource/town-hall en 1 minor");

        string Event(string state) => $$"""{"date":"2035-03-11","time":"19:30","zone":"{{zone}}","state":"{{state}}"}""";

        async Task<string> State() => (await Json("/v1/resources/town-hall")).GetProperty("event").GetRawText();
    }

    [Fact]
    public async Task RecordThatAnotherWriterChanged_IsRendered()
    {
        await Given.Faq("entry");
        await Cluster.Superuser(DatabaseName, "update faq set jurisdiction = 'US-NM'");

        await this.Holds("upsert faq/entry en 1 major", "upsert faq/entry en 1 minor");
        Assert.Equal("US-NM", (await Json("/v1/faqs/entry")).Text("jurisdiction"));
    }
}
