using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>A page after a cursor that more changes follow never changes: caches may store it.</summary>
public sealed class FinalPageTests(FeedCluster cluster) : Service(cluster)
{
    private const string Final = "public, max-age=86400, immutable";

    [Fact]
    public async Task FullPageAfterACursor_IsStoredAndStaysTheSame()
    {
        await Given.Faq("old");
        var cursor = await this.Cursor();
        await Given.Faq("better");
        await this.Withdraw("old", "merged", "better");
        await Given.Faq("last");
        await this.Settle();
        var path = $"/v1/changes?limit=2&since={cursor}";
        using var before = await Get(path);
        var body = await before.Content.ReadAsStringAsync();

        await this.Rename("better", "best");
        await this.Withdraw("best");
        await this.Settle();

        using var after = await Get(path);
        Assert.Equal(Final, Header(before, "Cache-Control"));
        Assert.Equal(Final, Header(after, "Cache-Control"));
        Assert.Equal(body, await after.Content.ReadAsStringAsync());
        using var unchanged = await Get(path, HttpStatusCode.NotModified, ("If-None-Match", Header(before, "ETag")!));
    }

    [Theory]
    [InlineData("limit=1")] // from the start, which retention moves
    [InlineData("limit=1&include=record&since=")]
    [InlineData("limit=1000&since=")] // the tail
    public async Task OtherPages_AreNotStored(string query)
    {
        await Given.Faq("first");
        var cursor = await this.Cursor();
        await Given.Faq("second");
        await Given.Faq("third");
        await this.Settle();

        using var page = await Get($"/v1/changes?{query}{(query.EndsWith('=') ? cursor : "")}");

        Assert.Equal("no-store", Header(page, "Cache-Control"));
    }

    [Fact]
    public async Task IncludedRecord_IsTheSingleGetForNoLanguage()
    {
        await Given.Faq("entry");
        await Given.Faq("gone");
        await this.Withdraw("gone");

        var (items, _) = await this.Changes(query: "&include=record&types=faq");

        var record = Assert.Single(items, i => i.TryGetProperty("record", out _)).GetProperty("record");
        Assert.Equal((await Json("/v1/faqs/entry")).GetRawText(), record.GetRawText());
        Assert.False((await this.Changes(query: "&types=faq")).Items[0].TryGetProperty("record", out _));
        await Problem("/v1/changes?include=records", HttpStatusCode.BadRequest, "invalid-request", "include");
    }

    [Fact]
    public async Task FarBehind_ASnapshotIsAdvised()
    {
        await Given.Faq("entry");
        await Given.Execute(
            """
            insert into change (record_id, type, slug, language, action, revision, significance, at)
            select id, type, slug, 'en', 'upsert', 1, 'minor', now() from record cross join generate_series(1, 1005)
            """,
            new { });
        await this.Settle();

        var oldest = await Json("/v1/changes?limit=1");
        var far = await Json($"/v1/changes?since={oldest.Text("cursor")}");
        var near = await Json($"/v1/changes?limit=3&since={far.Text("cursor")}");

        Assert.Equal(["/v1/snapshot", "/v1/snapshot", null], new[] { oldest, far, near }.Select(p => p.GetProperty("snapshot").GetString()));
        Assert.True(near.GetProperty("more").GetBoolean());
    }
}
