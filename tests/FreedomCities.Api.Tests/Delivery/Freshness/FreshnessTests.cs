using System.Text.Json;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Tests.Editorial;

namespace FreedomCities.Api.Tests.Delivery.Freshness;

/// <summary>Reports whether a copy of any age is still current.</summary>
public sealed class FreshnessTests(FreshnessTests.Library service) : RestoredDatabase<FreshnessTests.Library>(service)
{
    private const string Document = "# Library\n\n## May I eat here?\n\nNo.\n\n## Who helps me?\n\nAna.";

    private string _first = "";

    [Fact]
    public async Task CopyOfToday_IsCurrent()
    {
        var copy = await Check("who-helps-me", await Hash());

        Assert.Equal(
            ["slug", "language", "state", "since", "revision", "contentHash", "replacedBy", "url"],
            copy.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("current", 1, await Hash()), (copy.Text("state"), copy.GetProperty("revision").GetInt32(), copy.Text("contentHash")));
        Assert.Equal("/v1/faqs/who-helps-me?lang=en", copy.Text("url"));
        Assert.Equal(JsonValueKind.Null, copy.GetProperty("since").ValueKind);
    }

    [Fact]
    public async Task MinorEdit_LeavesACopyThatIsWrittenOtherwise()
    {
        _first = await Hash();
        await Edit("Ana!", "2026-12-01T00:00:00Z", Significance.Minor);
        await Edit("Ana!!", "2026-12-02T00:00:00Z", Significance.Minor);

        await HasState("minor-change", "2026-12-01T00:00:00", 3);
    }

    [Fact]
    public async Task MajorEdit_LeavesACopyThatIsWrongSinceThen()
    {
        _first = await Hash();
        await Edit("Ana!", "2026-12-01T00:00:00Z", Significance.Minor);
        var second = await Hash();
        await Edit("Ben.", "2026-12-02T00:00:00Z", Significance.Major);
        await Edit("Ben!", "2026-12-03T00:00:00Z", Significance.Minor);

        await HasState("major-change", "2026-12-02T00:00:00", 4);
        _first = second;
        await HasState("major-change", "2026-12-02T00:00:00", 4);
    }

    [Fact]
    public async Task TextThatWasChangedBack_IsCurrentAndTheOneBetweenIsWrong()
    {
        _first = await Hash();
        await Edit("Ben.", "2026-12-01T00:00:00Z", Significance.Major);
        var between = await Hash();
        await Edit("Ana.", "2026-12-02T00:00:00Z", Significance.Major);

        Assert.Equal("current", (await Check("who-helps-me", _first)).Text("state"));
        _first = between;
        await HasState("major-change", "2026-12-02T00:00:00", 3);
    }

    [Fact]
    public async Task WithdrawnText_NamesItsReplacement()
    {
        var hash = await Hash();
        await Service.Withdraw("who-helps-me", "merged", "may-i-eat-here");

        var copy = await Check("who-helps-me", hash);

        Assert.Equal(
            ("withdrawn", "may-i-eat-here", "/v1/faqs/may-i-eat-here"),
            (copy.Text("state"), copy.Text("replacedBy"), copy.Text("url")));
        Assert.InRange(copy.GetProperty("since").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (copy.GetProperty("revision").ValueKind, copy.GetProperty("contentHash").ValueKind));
        await Service.Publish("who-helps-me");
        Assert.Equal("current", (await Check("who-helps-me", hash)).Text("state"));
    }

    [Fact]
    public async Task ReplacementThatIsWithdrawnToo_LeadsToItsOwn()
    {
        var hash = await Hash();
        await Service.Given.Faq("newest");
        await Service.Withdraw("who-helps-me", "merged", "may-i-eat-here");
        await Service.Withdraw("may-i-eat-here", "merged", "newest");

        var copy = await Check("who-helps-me", hash);

        Assert.Equal(("newest", "/v1/faqs/newest"), (copy.Text("replacedBy"), copy.Text("url")));
    }

    [Fact]
    public async Task WithdrawnTextWithoutReplacement_HasNothingToShow()
    {
        var hash = await Hash();
        await Service.Withdraw("who-helps-me");

        var copy = await Check("who-helps-me", hash);

        Assert.Equal("withdrawn", copy.Text("state"));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (copy.GetProperty("replacedBy").ValueKind, copy.GetProperty("url").ValueKind));
    }

    [Fact]
    public async Task OldSlug_IsKnown()
    {
        var hash = await Hash();
        await Service.Rename("who-helps-me", "who-helps");

        var copy = await Check("who-helps-me", hash);

        Assert.Equal(("who-helps-me", "current", "/v1/faqs/who-helps?lang=en"), (copy.Text("slug"), copy.Text("state"), copy.Text("url")));
    }

    [Theory]
    [InlineData("nothing", "en", "faq", null)]
    [InlineData("who-helps-me", "es", "faq", null)]
    [InlineData("who-helps-me", "en", "topic", null)]
    [InlineData("who-helps-me", "en", "faq", "/v1/faqs/who-helps-me?lang=en")]
    public async Task WhatWasNeverPublished_IsUnknown(string slug, string language, string type, string? url)
    {
        var copy = await Check(slug, "sha256-" + new string('a', 64), language, type);

        Assert.Equal("unknown", copy.Text("state"));
        Assert.Equal(JsonValueKind.Null, copy.GetProperty("since").ValueKind);
        Assert.Equal(url, copy.GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("resource")]
    [InlineData("contact")]
    public async Task EveryType_IsChecked(string type)
    {
        await Service.Given.Make(type, "same-slug");

        var copy = await Check("same-slug", "sha256-" + new string('0', 64), "EN", type);

        Assert.Equal(("current", "EN", $"/v1/{type}s/same-slug?lang=en"), (copy.Text("state"), copy.Text("language"), copy.Text("url")));
    }

    [Fact]
    public async Task Answers_AreInTheOrderOfTheCopiesAndNeverStored()
    {
        var (eat, help) = (await Hash("may-i-eat-here"), await Hash());
        string[] copies = [.. Enumerable.Range(0, 200).Select(n => n % 2 == 0 ? Copy("may-i-eat-here", eat) : Copy("who-helps-me", help))];

        using var answer = await Service.Post("/v1/freshness", $"[{string.Join(',', copies)}]");

        var items = (await Service.ReadJson(answer)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(
            Enumerable.Range(0, 200).Select(n => n % 2 == 0 ? "may-i-eat-here" : "who-helps-me"),
            items.Select(i => i.Text("slug")));
        Assert.All(items, i => Assert.Equal("current", i.Text("state")));
        Assert.Equal("no-store", Service.Header(answer, "Cache-Control"));
    }

    private async Task<string> Hash(string slug = "who-helps-me") => (await Service.Json($"/v1/faqs/{slug}")).Text("contentHash");

    private Task<string> Edit(string answer, string at, Significance significance) =>
        Service.Import(
            Document.Replace("Ana.", answer, StringComparison.Ordinal),
            new ImportOptions { Significance = significance },
            clock: new Clock(at));

    private async Task HasState(string state, string since, int revision)
    {
        var copy = await Check("who-helps-me", _first);
        Assert.Equal(
            (state, revision, await Hash()),
            (copy.Text("state"), copy.GetProperty("revision").GetInt32(), copy.Text("contentHash")));
        Assert.StartsWith(since, copy.Text("since"), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Check(string slug, string hash, string language = "en", string? type = null)
    {
        using var answer = await Service.Post("/v1/freshness", $"[{Copy(slug, hash, language, type)}]");
        return Assert.Single((await Service.ReadJson(answer)).GetProperty("items").EnumerateArray());
    }

    private static string Copy(string slug, string hash, string language = "en", string? type = null) =>
        JsonSerializer.Serialize(type is null ? new { slug, language, contentHash = hash } : (object)new
        {
            slug,
            language,
            contentHash = hash,
            type,
        });

    public sealed class Library(TestCluster cluster) : RestoredService(cluster)
    {
        protected override async Task Fill()
        {
            await this.Import(Document);
            await base.Fill();
        }
    }
}
