using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

public sealed class CrowdedDocumentTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    [Fact]
    public async Task HundredsOfEntriesBeforeAnotherDocument_CanBePagedToTheEnd()
    {
        await Service.Import(Document("One", 3));
        await Service.Import(Document("Two", 3));

        await Service.Import(Document("One", 303));

        var slugs = new List<string>();
        for (var next = "/v1/faqs?limit=20"; next is not null;)
        {
            var page = await Service.Json(next);
            slugs.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text("slug")));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal([.. Enumerable.Range(1, 303).Select(n => $"one-{n}"), "two-1", "two-2", "two-3"], slugs);
    }

    [Fact]
    public async Task EntriesAddedOneByOneAtOnePlace_CanBePagedToTheEnd()
    {
        await Service.Import(Document("Two", 1), new ImportOptions { Topic = "two" });
        for (var n = 1; n <= 60; n++)
        {
            var entries = Enumerable.Range(1, n).Reverse().Select(i => $"## Two {i}?\n\nAnswer {i}.\n\n");
            await Service.Import("# Two FAQ\n\n" + string.Concat(entries), new ImportOptions { Topic = "two" });
        }

        var first = await Service.Slugs("/v1/faqs?limit=59");
        var after = (await Service.Json("/v1/faqs?limit=59")).GetProperty("next").GetString()!;
        Assert.Equal(Enumerable.Range(1, 60).Reverse().Select(n => $"two-{n}"), first.Concat(await Service.Slugs(after)));
    }

    [Fact]
    public async Task LinkAndPlaceholderOfOneText_StayApart()
    {
        const string Document = "# Place FAQ\n\n## Where?\n\nSee [here](https://a.example.org/x).\n\n## When?\n\nSee [here](#).\n";
        await Service.Import(Document);
        var before = await Service.Records();

        var report = await Service.Import(Document);

        Assert.Contains("unchanged: 2", report, StringComparison.Ordinal);
        Assert.Empty(await Service.ChangedSince(before));
        Assert.DoesNotContain("a.example.org", (await Service.Json("/v1/faqs/when")).Answer("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerOfAnotherDocument_DoesNotMakeItsEntryAnother()
    {
        await Service.Import("# Leaflet one\n\n## Is it legal to film?\n\nYes.\n", new ImportOptions { Topic = "rights" });

        await Service.Import("# Leaflet two\n\n## Is it legal to walk?\n\nYes.\n", new ImportOptions { Topic = "rights" });

        Assert.Equal(["is-it-legal-to-film", "is-it-legal-to-walk"], await Service.Slugs("/v1/faqs?topic=rights"));
    }

    [Fact]
    public async Task WordsBeforeTheFirstQuestion_AreReported() =>
        Assert.Contains(
            "left out: 1\n    line 3: text before the first question: Welcome to us.\n",
            await Service.Import("# Us FAQ\n\nWelcome to us.\n\n## Who?\n\nWe.\n"), StringComparison.Ordinal);

    private static string Document(string name, int entries) =>
        $"# {name} FAQ\n\n" + string.Concat(Enumerable.Range(1, entries).Select(n => $"## {name} {n}?\n\nAnswer {n} of {name}.\n\n"));
}
