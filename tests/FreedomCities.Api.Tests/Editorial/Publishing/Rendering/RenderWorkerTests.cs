using System.Globalization;
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
        Assert.Equal($$"""{"date":"{{date}}","state":"past"}""", resource.GetProperty("event").GetRawText());
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
