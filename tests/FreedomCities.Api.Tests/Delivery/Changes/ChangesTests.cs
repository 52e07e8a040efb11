using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;

namespace FreedomCities.Api.Tests.Delivery.Changes;

/// <summary>What the feed says of each act.</summary>
public sealed class ChangesTests(FeedCluster cluster) : Service(cluster)
{
    private const string Document = "# Library\n\n## May I eat here?\n\nNo.\n\n## Who helps me?\n\nAna.";

    [Fact]
    public async Task Feed_StartsWithWhatIsPublishedAndGoesOn()
    {
        await this.Import(Document);
        var (published, cursor) = await this.Changes();

        Assert.Equal(
            ["upsert faq/may-i-eat-here en 1 major", "upsert faq/who-helps-me en 1 major", "upsert topic/library en 1 major"],
            published.Select(c => c.Line()).Order());
        Assert.Empty((await this.Changes(cursor)).Items);
        Assert.Equal(cursor, (await this.Changes(cursor)).Cursor);
    }

    [Theory]
    [InlineData(nameof(Significance.Minor), "minor")]
    [InlineData(nameof(Significance.Major), "major")]
    public async Task Edit_HasItsSignificance(string edit, string significance)
    {
        await this.Import(Document);
        var cursor = await this.Cursor();

        await this.Import(
            Document.Replace("Ana.", "Ana or Ben.", StringComparison.Ordinal),
            new ImportOptions { Significance = Enum.Parse<Significance>(edit) });

        Assert.Equal([$"upsert faq/who-helps-me en 2 {significance}"], await this.Lines(cursor));
    }

    [Fact]
    public async Task Acts_AreListedInTheirOrder()
    {
        await this.Import(Document);
        var cursor = await this.Cursor();

        await this.Rename("may-i-eat-here", "eating");
        await this.Withdraw("eating", "merged", "who-helps-me");
        await this.Publish("eating");

        var items = (await this.Changes(cursor)).Items;
        Assert.Equal(
            [
                "upsert faq/eating en 1 minor",
                "delete faq/eating en 1 major", "upsert topic/library en 1 minor",
                "upsert faq/eating en 2 major", "upsert topic/library en 1 minor",
            ],
            items.Select(c => c.Line()));
        Assert.Equal(["may-i-eat-here", null, null, null, null], items.Select(c => c.GetProperty("renamedFrom").GetString()));
        Assert.Equal([null, "merged", null, null, null], items.Select(c => c.GetProperty("reason").GetString()));
        Assert.Equal([null, "who-helps-me", null, null, null], items.Select(c => c.GetProperty("replacedBy").GetString()));
        Assert.Equal(
            [null, null, "faq/eating", null, "faq/eating"], items.Select(c => c.GetProperty("causedBy").GetString()));
        Assert.All(
            items,
            c => Assert.InRange(c.GetProperty("at").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow));
        Assert.All(items, c => Assert.Equal(
            [
                "type", "id", "slug", "language", "action", "revision", "significance", "reason", "replacedBy", "renamedFrom", "causedBy",
                "url", "at",
            ], c.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public async Task TranslationThatIsOutdatedByAnEdit_IsAChange()
    {
        await this.Import(Document);
        await this.Import(
            "# Biblioteca\n\n## ¿Puedo comer aquí?\n\nNo.\n\n## ¿Quién me ayuda?\n\nAna.",
            new ImportOptions { Language = "es", Translates = "library" });
        var cursor = await this.Cursor();

        await this.Import(Document.Replace("Ana.", "Ben.", StringComparison.Ordinal));

        Assert.Equal(["upsert faq/who-helps-me en 2 major", "upsert faq/who-helps-me es 1 minor"], await this.Lines(cursor));
    }

    [Theory]
    [InlineData("topic", new[] { "faq", "resource", "part" }, new[] { "faq", "resource", "part" })]
    [InlineData("resource", new[] { "faq", "part" }, new[] { "faq" })] // a part names its parent, published or not
    [InlineData("contact", new[] { "person", "faq" }, new[] { "person", "faq" })]
    public async Task WhatIsShownByOthers_ChangesThem(string type, string[] afterRename, string[] afterWithdrawal)
    {
        await Given.Topic("topic");
        await Given.Resource("resource");
        await Given.Resource("part", parent: "resource", position: 1);
        await Given.Contact("contact");
        await Given.Contact("person", kind: "person", office: "contact");
        await Given.Faq("faq", topics: ["topic"], resources: ["resource"], contacts: ["contact"]);
        var cursor = await this.Cursor();

        await this.Rename(type, "renamed");
        await this.Withdraw("renamed");

        var lines = (await this.Changes(cursor)).Items.Select(c => $"{c.Text("action")} {c.Text("slug")}").ToArray();
        Assert.Equal(
            ["upsert renamed", .. afterRename.Select(s => "upsert " + s), "delete renamed", .. afterWithdrawal.Select(s => "upsert " + s)],
            lines);
    }

    [Fact]
    public async Task MovedEntry_IsAChange()
    {
        await Given.Faq("moved");
        await Given.Faq("still");
        var cursor = await this.Cursor();

        await Given.Execute("update faq set position = 900 where id = (select id from record where slug = @slug)", new { slug = "moved" });

        Assert.Equal(["upsert faq/moved en 1 minor"], await this.Lines(cursor));
    }

    [Fact]
    public async Task Draft_IsNoChange()
    {
        await Given.Faq("draft", status: "draft");
        await this.Rename("draft", "later");

        Assert.Empty((await this.Changes()).Items);
    }

    [Fact]
    public async Task Filters_LeaveWhatWasAskedFor()
    {
        await Given.Faq("entry");
        await Given.FaqTranslation("entry", "pt-BR", "Uma pergunta?");
        await Given.Topic("topic");
        await Given.Resource("resource");
        await Given.Contact("contact");

        Assert.Equal(6, (await this.Lines()).Length); // the translation is a change of the original, which lists its languages
        Assert.Equal(
            ["upsert topic/topic en 1 major", "upsert contact/contact en 1 major"],
            await this.Lines(query: "&types=topic,contact"));
        Assert.Equal(["upsert faq/entry pt-BR 1 major"], await this.Lines(query: "&lang=pt-br"));
        Assert.Empty(await this.Lines(query: "&types=topic&lang=pt-BR"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_LeaveNothingOut(int limit)
    {
        await this.Import(Document); // several changes of one transaction
        await Given.Faq("one-more");
        var all = (await this.Changes()).Items.Select(c => c.GetRawText()).ToArray();
        var (seen, more, cursor) = (new List<string>(), true, "");
        while (more)
        {
            var page = await Json($"/v1/changes?limit={limit}{(cursor == "" ? "" : "&since=" + cursor)}");
            var items = page.GetProperty("items").EnumerateArray().Select(c => c.GetRawText()).ToArray();
            (more, cursor) = (page.GetProperty("more").GetBoolean(), page.Text("cursor"));
            seen.AddRange(items);
            Assert.True(items.Length == limit || !more);
        }

        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Answers_AreNeverStored()
    {
        using var response = await Get("/v1/changes");

        Assert.Equal("no-store", Header(response, "Cache-Control"));
    }
}
