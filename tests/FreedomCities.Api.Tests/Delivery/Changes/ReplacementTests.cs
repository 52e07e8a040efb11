using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>
/// What is to be shown instead is published, whatever happened to what was named at first. The feed says what it was at the change.
/// </summary>
public sealed class ReplacementTests(FeedCluster cluster) : Service(cluster)
{
    [Fact]
    public async Task Replacement_HasItsSlugAtTheTimeOfTheChange()
    {
        await Given.Faq("old");
        await Given.Faq("replacement");
        var cursor = await this.Cursor();

        await this.Withdraw("old", "merged", "replacement");
        await this.Rename("replacement", "better");

        Assert.Equal("replacement", (await this.Changes(cursor)).Items[0].Text("replacedBy"));
        Assert.Equal("better", (await Json("/v1/faqs/old", HttpStatusCode.Gone)).Text("replacedBy"));
    }

    [Fact]
    public async Task Replacement_IsWhatIsPublishedAtTheEndOfTheChain()
    {
        foreach (var slug in new[] { "first", "second", "third" })
        {
            await Given.Faq(slug);
        }

        var cursor = await this.Cursor();
        await this.Withdraw("first", "superseded", "second");
        await this.Withdraw("second", "superseded", "third");

        Assert.Equal(["second", "third"], await ReplacedBy(cursor));
        Assert.Equal("third", (await Json("/v1/faqs/first", HttpStatusCode.Gone)).Text("replacedBy"));
        await this.Withdraw("third");
        Assert.Equal(JsonValueKind.Null, (await Json("/v1/faqs/first", HttpStatusCode.Gone)).GetProperty("replacedBy").ValueKind);
        await this.Publish("second");
        Assert.Equal("second", (await Json("/v1/faqs/first", HttpStatusCode.Gone)).Text("replacedBy"));
        Assert.Equal(["second", "third", null, null], await ReplacedBy(cursor));
    }

    [Fact]
    public async Task RecordsThatReplaceEachOther_AreReplacedByNothing()
    {
        await Given.Faq("one");
        await Given.FaqTranslation("one", "es", "¿Uno?");
        await Given.Faq("two");

        await this.Withdraw("one", "merged", "two", language: "en");
        await this.Withdraw("two", "merged", "one");

        Assert.Equal("one", (await Json("/v1/faqs/two", HttpStatusCode.Gone)).Text("replacedBy"));
        await Given.Execute(
            "update translation set status = 'withdrawn', withdrawn_at = '2020-01-01Z', withdrawal_reason = 'error' where status = "
                + "'published'",
            new { });
        Assert.Equal(JsonValueKind.Null, (await Json("/v1/faqs/two", HttpStatusCode.Gone)).GetProperty("replacedBy").ValueKind);
    }

    private async Task<IEnumerable<string?>> ReplacedBy(string since) =>
        (await this.Changes(since)).Items.Select(c => c.GetProperty("replacedBy").GetString());
}
