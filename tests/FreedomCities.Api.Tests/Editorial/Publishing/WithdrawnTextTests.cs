using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>What is published again is as right as if it had never been away.</summary>
public sealed class WithdrawnTextTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Resources = """
        {"resources": [{
          "slug": "guide", "kind": "guide", "title": "The Guide", "url": "https://wrong.example/", "source": {"title": "A list"},
          "translations": {"es": {"title": "La guía"}}
        }]}
        """;

    [Fact]
    public async Task LinkThatIsPutRightMeanwhile_IsRight()
    {
        await Service.ImportJson("resources.json", Resources);
        await Service.Import("# Library\n\n## Where is it written?\n\nIn [the guide](https://wrong.example/).");
        await Service.Withdraw("where-is-it-written", "error");

        await Service.ImportJson("resources.json", Resources.Replace("wrong", "right", StringComparison.Ordinal));
        await Service.Publish("where-is-it-written");

        var faq = await Service.Json("/v1/faqs/where-is-it-written");
        Assert.Equal("In [the guide](<https://right.example/>).", faq.Answer("markdown"));
        Assert.Equal(2, faq.GetProperty("revision").GetInt32());
        Assert.Equal("current", await Freshness("faq", faq));
    }

    [Fact]
    public async Task FactThatIsCorrectedMeanwhile_HasAnotherHash()
    {
        await Service.ImportJson("resources.json", Resources);
        var before = await Service.Json("/v1/resources/guide?lang=es");
        await Service.Withdraw("guide", "error", language: "es");

        await Service.ImportJson("resources.json", Resources
            .Replace("wrong", "right", StringComparison.Ordinal)
            .Replace("\"translations\": {\"es\": {\"title\": \"La guía\"}}", "\"description\": \"All.\"", StringComparison.Ordinal));
        await Service.Publish("guide", "es");

        Assert.Equal("https://right.example/", (await Service.Json("/v1/resources/guide?lang=es")).Text("url"));
        Assert.Equal("major-change", await Freshness("resource", before));
    }

    private async Task<string> Freshness(string type, JsonElement copy)
    {
        using var answer = await Service.Post("/v1/freshness", JsonSerializer.Serialize(new[]
        {
            new
            {
                type,
                slug = copy.Text("slug"),
                language = copy.GetProperty("language").Text("served"),
                contentHash = copy.Text("contentHash"),
            },
        }));
        return (await Service.ReadJson(answer)).GetProperty("items")[0].Text("state");
    }
}
