using System.Net;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>Public responses for a record of any type after it was withdrawn, published again or renamed.</summary>
public sealed class LifecycleTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    [Theory]
    [InlineData("faq", "law-changed")]
    [InlineData("topic", "superseded")]
    [InlineData("resource", "merged")]
    [InlineData("contact", "error")]
    public async Task WithdrawnRecord_IsGoneWithItsReasonAndReplacement(string type, string reason)
    {
        await Service.Given.Make(type, "zeppelin");
        await Service.Given.Make(type, "successor");
        await Service.Finds("zeppelin", found => found is ["zeppelin"]);

        Assert.Equal(["en"], await Service.Withdraw("zeppelin", reason, "successor"));

        var problem = await Service.Json($"/v1/{type}s/zeppelin", HttpStatusCode.Gone);
        Assert.Equal((reason, "successor"), (problem.Text("reason"), problem.Text("replacedBy")));
        Assert.InRange(problem.GetProperty("withdrawnAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(["successor"], await Service.Slugs($"/v1/{type}s"));
        await Service.Finds("zeppelin", found => found is []);
    }

    [Theory]
    [InlineData("faq")]
    [InlineData("topic")]
    [InlineData("resource")]
    [InlineData("contact")]
    public async Task RecordThatIsPublishedAgain_IsANewRevision(string type)
    {
        await Service.Given.Make(type, "zeppelin");
        await Service.Given.Make(type, "successor");
        await Service.Withdraw("zeppelin", "superseded", "successor");

        Assert.Equal(["en"], await Service.Publish("zeppelin"));

        Assert.Equal("zeppelin", (await Service.Json($"/v1/{type}s/zeppelin")).Text("slug"));
        Assert.Equal($"upsert {type}/zeppelin en 2 major", (await Service.Lines())[^1]);
        Assert.Equal(["zeppelin", "successor"], await Service.Slugs($"/v1/{type}s"));
        await Service.Finds("zeppelin", found => found is ["zeppelin"]);
        await Service.Withdraw("zeppelin", "error");
        var problem = await Service.Json($"/v1/{type}s/zeppelin", HttpStatusCode.Gone);
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("replacedBy").ValueKind);
    }

    [Theory]
    [InlineData("faq")]
    [InlineData("topic")]
    [InlineData("resource")]
    [InlineData("contact")]
    public async Task OldSlug_LeadsToTheRecordForEver(string type)
    {
        await Service.Given.Make(type, "first");
        await Service.Given.Make(type, "other");

        Assert.Equal("first", await Service.Rename("first", "second"));
        await Service.Rename("first", "third"); // named by its old slug

        foreach (var old in new[] { "first", "second" })
        {
            using var redirect = await Service.Get($"/v1/{type}s/{old}", HttpStatusCode.PermanentRedirect);
            Assert.Equal($"/v1/{type}s/third", Service.Header(redirect, "Location"));
        }

        Assert.Equal(["third", "other"], await Service.Slugs($"/v1/{type}s"));
        await Service.Refuses(() => Service.Rename("other", "first"), "'first' is or was the slug of another");
        await Service.Refuses(() => Service.Rename("other", "third"), "'third' is or was the slug of another");
    }

    [Fact]
    public async Task RecordThatIsRenamedBack_HasItsFirstSlug()
    {
        await Service.Given.Faq("first");
        await Service.Rename("first", "second");

        await Service.Rename("second", "first");

        Assert.Equal("first", (await Service.Json("/v1/faqs/first")).Text("slug"));
        using var redirect = await Service.Get("/v1/faqs/second", HttpStatusCode.PermanentRedirect);
        Assert.Equal("/v1/faqs/first", Service.Header(redirect, "Location"));
    }

    [Fact]
    public async Task OneLanguage_IsWithdrawnByItself()
    {
        await Service.Given.Faq("zeppelin", question: "What is a zeppelin?");
        await Service.Given.FaqTranslation("zeppelin", "es", "¿Qué es un zepelín?");

        Assert.Equal(["es"], await Service.Withdraw("zeppelin", "error", language: "ES"));

        Assert.Equal("What is a zeppelin?", (await Service.Json("/v1/faqs/zeppelin?lang=es")).Text("question"));
        await Service.Refuses(() => Service.Withdraw("zeppelin", "error", language: "es"), "is not published in es");
        Assert.Equal(["en"], await Service.Withdraw("zeppelin"));
        await Service.Json("/v1/faqs/zeppelin", HttpStatusCode.Gone);
        Assert.Equal(["es"], await Service.Publish("zeppelin", "es"));
        Assert.Equal("¿Qué es un zepelín?", (await Service.Json("/v1/faqs/zeppelin?lang=en")).Text("question"));
        Assert.Equal(["en"], await Service.Publish("zeppelin"));
        Assert.Equal("What is a zeppelin?", (await Service.Json("/v1/faqs/zeppelin?lang=en")).Text("question"));
    }

    [Fact]
    public async Task WithdrawnRecord_CanBeRenamedAndStaysGone()
    {
        await Service.Given.Faq("first");
        await Service.Withdraw("first");

        await Service.Rename("first", "second");

        await Service.Json("/v1/faqs/second", HttpStatusCode.Gone);
        await Service.Publish("first");
        Assert.Equal("second", (await Service.Json("/v1/faqs/second")).Text("slug"));
    }
}
