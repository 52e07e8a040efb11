using System.Text.Json;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Everything here says "warrant" but what is named unrelated.</summary>
public sealed class SearchFiltersTests(SearchFiltersTests.Filtered service) : IClassFixture<SearchFiltersTests.Filtered>
{
    private const string Everything =
        "a b c warrant-alone warrant-guide warrant-hours warrant-office warrant-part warrant-rights warrant-site";

    [Theory]
    [InlineData("", Everything)]
    [InlineData("types=faq", "a b c")]
    [InlineData("types=topic", "warrant-hours warrant-rights")]
    [InlineData("types=resource", "warrant-alone warrant-guide warrant-part warrant-site")]
    [InlineData("types=contact", "warrant-office")]
    [InlineData("types=contact,topic", "warrant-hours warrant-office warrant-rights")]
    [InlineData("types=faq,topic,resource,contact", Everything)]
    [InlineData("topic=warrant-rights", "a b warrant-guide warrant-part warrant-rights warrant-site")]
    [InlineData("topic=warrant-law", "a b warrant-guide warrant-part warrant-rights warrant-site")]
    [InlineData("topic=warrant-hours", "b c warrant-guide warrant-hours warrant-part")]
    [InlineData("topic=unrelated", "")]
    [InlineData("topic=unknown", "")]
    [InlineData("jurisdiction=US-NM", "a")]
    [InlineData("jurisdiction=US", "b")]
    [InlineData("jurisdiction=US-TX", "")]
    [InlineData("jurisdiction=US-AZ", "")]
    public async Task Filter_FindsWhatMatches(string filter, string expected) => await Finds(filter, expected);

    [Theory]
    [InlineData("topic=warrant-rights&types=faq", "a b")]
    [InlineData("topic=warrant-law&types=resource,topic", "warrant-guide warrant-part warrant-rights warrant-site")]
    [InlineData("topic=warrant-hours&jurisdiction=US", "b")]
    [InlineData("topic=warrant-hours&jurisdiction=US-NM", "")]
    [InlineData("jurisdiction=US-NM&types=resource", "")]
    [InlineData("topic=warrant-hours&jurisdiction=US&types=faq,contact&limit=5&lang=en", "b")]
    public async Task Filters_NarrowTogether(string filters, string expected) => await Finds(filters, expected);

    [Theory]
    [InlineData("parking lot")]
    [InlineData("unrelated")]
    public async Task UnrelatedRecord_IsThereForItsOwnWords(string query) => Assert.Contains("unrelated", await service.Found(query));

    [Theory]
    [InlineData("drafted")]
    [InlineData("withdrawn")]
    [InlineData("borrador")]
    public async Task WhatIsNotPublished_IsNeverFound(string query)
    {
        var items = (await service.Search("a warrant " + query, "&limit=50")).GetProperty("items").EnumerateArray().ToArray();

        Assert.Superset(new HashSet<string>(Everything.Split(' ')), items.Select(i => i.Text("slug")).ToHashSet());
        Assert.Empty(items.Select(i => i.Text("slug")).Intersect(["drafted", "taken-back"]));
        Assert.All(
            items,
            i => Assert.Equal(["en"], i.GetProperty("language").GetProperty("available").EnumerateArray().Select(l => l.GetString()!)));
    }

    [Fact]
    public async Task Limit_KeepsTheBest()
    {
        var all = await service.Found("warrant", "&limit=50");

        Assert.Equal(10, all.Length);
        Assert.Equal(all[..1], await service.Found("warrant", "&limit=1"));
        Assert.Equal(all[..4], await service.Found("warrant", "&limit=4"));
    }

    [Fact]
    public async Task Limit_Is10ByDefault() => Assert.Equal(10, (await service.Found("warrant unrelated parking")).Length);

    private async Task Finds(string filter, string expected)
    {
        var parameters = filter.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToArray();
        foreach (var asArray in new[] { true, false })
        {
            using var post =
                await service.Ask(
                    JsonSerializer.Serialize(parameters.Prepend(["q", "warrant"]).ToDictionary(
                        p => p[0],
                        p => Value(p[0], p[1], asArray))));
            Assert.Equal(expected, Slugs(await Service.ReadJson(post)));
        }

        Assert.Equal(expected, Slugs(await service.Search("warrant", filter.Length > 0 ? "&" + filter : "")));
    }

    private static object Value(string name, string value, bool asArray) =>
        name == "limit" ? int.Parse(
            value,
            System.Globalization.CultureInfo.InvariantCulture) : name == "types" && asArray ? value.Split(',') : value;

    private static string Slugs(JsonElement answer) =>
        string.Join(' ', answer.GetProperty("items").EnumerateArray().Select(i => i.Text("slug")).Order(StringComparer.Ordinal));

    public sealed class Filtered(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Topic("warrant-law");
            await Given.Renamed("topic", "warrant-law", "warrant-rights");
            await Given.Topic("warrant-hours");
            await Given.Topic("unrelated");
            await Given.Resource("warrant-site");
            await Given.Resource("warrant-guide", "guide");
            await Given.Resource("warrant-part", "policy", parent: "warrant-guide", position: 1);
            await Given.Resource("warrant-alone");
            await Given.Contact("warrant-office");
            await Given.Contact("unrelated");
            await Given.Faq("a", ["warrant-rights"], "US-NM", question: "A warrant?", resources: ["warrant-site"]);
            await Given.Faq("b", ["warrant-rights", "warrant-hours"], "US", question: "Which warrant?", resources: ["warrant-guide"]);
            await Given.Faq("c", ["warrant-hours"], question: "Whose warrant?");
            await Given.Faq("unrelated", ["unrelated"], "US-TX", question: "Is there a parking lot?");
            await Given.Faq("drafted", ["warrant-rights"], question: "A drafted warrant?", status: "draft", resources: ["warrant-alone"]);
            await Given.Faq("taken-back", ["warrant-rights"], question: "A withdrawn warrant?");
            await Given.Withdrawn("faq", "taken-back");
            await Given.FaqTranslation("c", "es", "¿Un borrador de un warrant?", "in-review");
        }
    }
}
