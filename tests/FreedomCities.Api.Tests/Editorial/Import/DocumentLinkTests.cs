using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class DocumentLinkTests(TestCluster cluster) : Service(cluster)
{
    [Theory]
    [InlineData("See <https://library.example/hours>.", "https://library.example/hours", "website", "library.example/hours")]
    [InlineData("See https://library.example/hours.", "https://library.example/hours", "website", "library.example/hours")]
    [InlineData("See [the hours](https://library.example/hours \"Hours\").", "https://library.example/hours", "website", "the hours")]
    [InlineData("See [the hours][1].\n\n[1]: https://library.example/hours", "https://library.example/hours", "website", "the hours")]
    [InlineData("See [the film](https://www.youtube.com/watch?v=abc).", "https://www.youtube.com/watch?v=abc", "video", "the film")]
    [InlineData("See <https://youtu.be/abc>.", "https://youtu.be/abc", "video", "youtu.be/abc")]
    [InlineData("See [the rules](https://library.example/rules.PDF?page=2).", "https://library.example/rules.PDF?page=2", "document", "the rules")]
    public async Task Link_IsAResourceOfItsEntry(string answer, string url, string kind, string title)
    {
        var faq = await Imported(answer);

        var resource = Assert.Single(await this.Items("/v1/resources"));
        Assert.Equal((url, kind, title), (resource.Text("url"), resource.Text("kind"), resource.Text("title")));
        Assert.Equal("unchecked", resource.Text("linkState"));
        Assert.Equal([resource.Text("slug")], faq.Referred("resources"));
        Assert.Contains($"<a href=\"{url}\"", faq.Answer("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameUrlTwice_IsOneResource()
    {
        var faq = await Imported("See https://library.example, [the library](https://library.example/) and [it](<HTTPS://Library.example>).");

        Assert.Equal([Assert.Single(await Slugs("/v1/resources"))], faq.Referred("resources"));
    }

    [Fact]
    public async Task ReferenceDefinedAtTheEndOfTheDocument_IsALink()
    {
        await this.Import("# Library FAQ\n\n## When is it open?\n\nSee [the hours][h].\n\n## Where is it?\n\nIn town.\n\n[h]: https://library.example/hours");

        var faqs = await this.Items("/v1/faqs");
        Assert.Equal(["the-hours"], faqs[0].Referred("resources"));
        Assert.Contains("href=\"https://library.example/hours\"", faqs[0].Answer("html"), StringComparison.Ordinal);
        Assert.Equal("In town.", faqs[1].Answer("text"));
    }

    [Fact]
    public async Task DeadLink_IsAPlaceholderServedAsItsTextAlone()
    {
        var faq = await Imported("Read [the *house* rules](#) first.");

        var resource = Assert.Single(await this.Items("/v1/resources?linkState=placeholder"));
        Assert.Equal("the house rules", resource.Text("title"));
        Assert.Equal(JsonValueKind.Null, resource.GetProperty("url").ValueKind);
        Assert.Equal([resource.Text("slug")], faq.Referred("resources"));
        Assert.Equal("Read the *house* rules first.", faq.Answer("markdown"));
        Assert.Equal("<p>Read the <em>house</em> rules first.</p>", faq.Answer("html"));
        Assert.Equal("Read the house rules first.", faq.Answer("text"));
    }

    [Fact]
    public async Task DeadLinkWithAPlaceholdersTitle_IsThatResource()
    {
        await this.ImportJson("resources.json", """
            {"resources": [{"slug": "rules", "kind": "document", "title": "House Rules", "url": "https://library.example/rules", "placeholder": true, "source": {"title": "A list"}}]}
            """);

        var faq = await Imported("Read the [house\nrules](#).");

        Assert.Equal(["rules"], await Slugs("/v1/resources"));
        Assert.Equal(["rules"], faq.Referred("resources"));
        Assert.Contains("<a href=\"https://library.example/rules\">", faq.Answer("html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[run](javascript:alert(1))", "<p>run</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("[run](data:text/html,x)", "<p>run</p>")]
    [InlineData("[run](VBScript:x)", "<p>run</p>")]
    [InlineData("[here](/hours)", "<p>here</p>")]
    [InlineData("[here](hours.html)", "<p>here</p>")]
    [InlineData("[here](//library.example/hours)", "<p>here</p>")]
    [InlineData("[here](#hours)", "<p>here</p>")]
    [InlineData("![a plan](https://library.example/plan.png)", "<p>a plan</p>")]
    [InlineData("[](#)Come in.", "<p>Come in.</p>")]
    public async Task LinkThatLeadsNowhereSafe_IsServedAsItsTextAlone(string answer, string html)
    {
        var faq = await Imported(answer);

        Assert.Equal(html, faq.Answer("html"));
        Assert.Equal(html, $"<p>{faq.Answer("markdown")}</p>");
        Assert.Empty(await this.Items("/v1/resources"));
    }

    [Fact]
    public async Task ImageInsideALink_IsServedAsItsText()
    {
        var faq = await Imported("[![a plan](https://library.example/plan.png)](https://library.example/)");

        Assert.Equal("<p><a href=\"https://library.example/\">a plan</a></p>", faq.Answer("html"));
        Assert.DoesNotContain("plan.png", faq.Answer("markdown"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Hello <img src=x onerror=alert(1)> you")]
    [InlineData("<iframe src=\"https://library.example/\"></iframe>")]
    public async Task RawHtml_IsText(string answer)
    {
        var html = (await Imported(answer)).Answer("html");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[write](mailto:desk@library.example)", "<a href=\"mailto:desk@library.example\">write</a>")]
    [InlineData("<desk@library.example>", "<a href=\"mailto:desk@library.example\">desk@library.example</a>")]
    [InlineData("[call](tel:+1-505-555-0100)", "<a href=\"tel:+1-505-555-0100\">call</a>")]
    public async Task MailAndPhoneLinks_AreKeptAndAreNoResources(string answer, string html)
    {
        Assert.Equal($"<p>{html}</p>", (await Imported(answer)).Answer("html"));
        Assert.Empty(await this.Items("/v1/resources"));
    }

    [Theory]
    [InlineData(299)]
    [InlineData(3000)]
    public async Task LongDeadLink_IsOnePlaceholderHoweverOftenItIsImported(int length)
    {
        var answer = $"Read [{string.Concat(Enumerable.Repeat("a ", length / 2))}b😀😀😀 end](#).";
        await Imported(answer);
        var before = await this.Records();

        await Imported(answer);

        Assert.Single(await this.Items("/v1/resources"));
        Assert.Empty(await this.ChangedSince(before));
    }

    private async Task<JsonElement> Imported(string answer)
    {
        await this.Import($"# Library FAQ\n\n## When is it open?\n\n{answer}");
        return Assert.Single(await this.Items("/v1/faqs"));
    }
}
