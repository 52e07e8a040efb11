using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>What readers have of a record that was taken back, published again or renamed, whatever its type.</summary>
public sealed class LifecycleTests(TestCluster cluster) : Service(cluster)
{
    [Theory]
    [InlineData("faq", "law-changed")]
    [InlineData("topic", "superseded")]
    [InlineData("resource", "merged")]
    [InlineData("contact", "error")]
    public async Task WithdrawnRecord_IsGoneWithItsReasonAndReplacement(string type, string reason)
    {
        await Given.Make(type, "zeppelin");
        await Given.Make(type, "successor");
        await this.Finds("zeppelin", found => found is ["zeppelin"]);

        Assert.Equal(["en"], await this.Withdraw("zeppelin", reason, "successor"));

        var problem = await Json($"/v1/{type}s/zeppelin", HttpStatusCode.Gone);
        Assert.Equal((reason, "successor"), (problem.Text("reason"), problem.Text("replacedBy")));
        Assert.InRange(problem.GetProperty("withdrawnAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(["successor"], await Slugs($"/v1/{type}s"));
        await this.Finds("zeppelin", found => found is []);
    }

    [Theory]
    [InlineData("faq")]
    [InlineData("topic")]
    [InlineData("resource")]
    [InlineData("contact")]
    public async Task RecordThatIsPublishedAgain_IsANewRevision(string type)
    {
        await Given.Make(type, "zeppelin");
        await Given.Make(type, "successor");
        await this.Withdraw("zeppelin", "superseded", "successor");

        Assert.Equal(["en"], await this.Publish("zeppelin"));

        Assert.Equal("zeppelin", (await Json($"/v1/{type}s/zeppelin")).Text("slug"));
        Assert.Equal($"upsert {type}/zeppelin en 2 major", (await this.Lines())[^1]);
        Assert.Equal(["zeppelin", "successor"], await Slugs($"/v1/{type}s"));
        await this.Finds("zeppelin", found => found is ["zeppelin"]);
        await this.Withdraw("zeppelin", "error");
        Assert.Equal(JsonValueKind.Null, (await Json($"/v1/{type}s/zeppelin", HttpStatusCode.Gone)).GetProperty("replacedBy").ValueKind);
    }

    [Theory]
    [InlineData("faq")]
    [InlineData("topic")]
    [InlineData("resource")]
    [InlineData("contact")]
    public async Task OldSlug_LeadsToTheRecordForEver(string type)
    {
        await Given.Make(type, "first");
        await Given.Make(type, "other");

        Assert.Equal("first", await this.Rename("first", "second"));
        await this.Rename("first", "third"); // named by its old slug

        foreach (var old in new[] { "first", "second" })
        {
            using var redirect = await Get($"/v1/{type}s/{old}", HttpStatusCode.PermanentRedirect);
            Assert.Equal($"/v1/{type}s/third", Header(redirect, "Location"));
        }

        Assert.Equal(["third", "other"], await Slugs($"/v1/{type}s"));
        await this.Refuses(() => this.Rename("other", "first"), "'first' was given to another");
        await this.Refuses(() => this.Rename("other", "third"), "'third' was given to another");
    }

    [Fact]
    public async Task RecordThatIsRenamedBack_HasItsFirstSlug()
    {
        await Given.Faq("first");
        await this.Rename("first", "second");

        await this.Rename("second", "first");

        Assert.Equal("first", (await Json("/v1/faqs/first")).Text("slug"));
        using var redirect = await Get("/v1/faqs/second", HttpStatusCode.PermanentRedirect);
        Assert.Equal("/v1/faqs/first", Header(redirect, "Location"));
    }

    [Fact]
    public async Task OneLanguage_IsWithdrawnByItself()
    {
        await Given.Faq("zeppelin", question: "What is a zeppelin?");
        await Given.FaqTranslation("zeppelin", "es", "¿Qué es un zepelín?");

        Assert.Equal(["es"], await this.Withdraw("zeppelin", "error", language: "ES"));

        Assert.Equal("What is a zeppelin?", (await Json("/v1/faqs/zeppelin?lang=es")).Text("question"));
        await this.Refuses(() => this.Withdraw("zeppelin", "error", language: "es"), "isn't published in es");
        Assert.Equal(["en"], await this.Withdraw("zeppelin"));
        await Json("/v1/faqs/zeppelin", HttpStatusCode.Gone);
        Assert.Equal(["es"], await this.Publish("zeppelin", "es"));
        Assert.Equal("¿Qué es un zepelín?", (await Json("/v1/faqs/zeppelin?lang=en")).Text("question"));
        Assert.Equal(["en"], await this.Publish("zeppelin"));
        Assert.Equal("What is a zeppelin?", (await Json("/v1/faqs/zeppelin?lang=en")).Text("question"));
    }

    [Fact]
    public async Task WithdrawnRecord_CanBeRenamedAndStaysGone()
    {
        await Given.Faq("first");
        await this.Withdraw("first");

        await this.Rename("first", "second");

        await Json("/v1/faqs/second", HttpStatusCode.Gone);
        await this.Publish("first");
        Assert.Equal("second", (await Json("/v1/faqs/second")).Text("slug"));
    }
}
