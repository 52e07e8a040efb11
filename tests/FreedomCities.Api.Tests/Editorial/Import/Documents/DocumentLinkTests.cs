using System.Text.Json;
using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Links;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>What an answer's links mean; how they are served, in topics of their own.</summary>
public sealed class DocumentLinkTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task LinkedResource_IsServedWithItsEntry()
    {
        var (report, faq) = await Imported("See [the hours](https://served.example/hours \"Hours\").");

        Assert.Contains("resources created: 1\n    the-hours: website, https://served.example/hours\n", report, StringComparison.Ordinal);
        var resource = await service.Json("/v1/resources/the-hours");
        Assert.Equal(
            ("https://served.example/hours", "website", "the hours", "unchecked"),
            (resource.Text("url"), resource.Text("kind"), resource.Text("title"), resource.Text("linkState")));
        Assert.Equal(["the-hours"], faq.Referred("resources"));
        Assert.Contains("<a href=\"https://served.example/hours\"", faq.Answer("html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See <https://library.example/hours>.", "https://library.example/hours", "website", "library.example/hours")]
    [InlineData("See https://library.example/hours.", "https://library.example/hours", "website", "library.example/hours")]
    [InlineData("See [the hours](https://library.example/hours \"Hours\").", "https://library.example/hours", "website", "the hours")]
    [InlineData("See [the hours][1].\n\n[1]: https://library.example/hours", "https://library.example/hours", "website", "the hours")]
    [InlineData("See [the film](https://www.youtube.com/watch?v=abc).", "https://www.youtube.com/watch?v=abc", "video", "the film")]
    [InlineData("See <https://youtu.be/abc>.", "https://youtu.be/abc", "video", "youtu.be/abc")]
    [InlineData(
        "See [the rules](https://library.example/rules.PDF?page=2).",
        "https://library.example/rules.PDF?page=2",
        "document",
        "the rules")]
    public void Link_IsAResourceOfItsEntry(string answer, string url, string kind, string title)
    {
        var (served, resources) = Served(answer);

        var resource = Assert.Single(resources);
        Assert.Equal((url, kind, title, false), (resource.Url, resource.Kind, resource.Title, resource.IsPlaceholder));
        Assert.Contains($"<a href=\"{url}\"", served.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameUrlTwice_IsOneResource()
    {
        var (report, faq) = await Imported(
            "See https://library.example, [the library](https://library.example/) and [it](<HTTPS://Library.example>).");

        Assert.Contains("resources created: 1\n", report, StringComparison.Ordinal);
        Assert.Equal(["library-example"], faq.Referred("resources"));
    }

    [Fact]
    public void ReferenceDefinedAtTheEndOfTheDocument_IsALink()
    {
        var entries = FaqDocument.Parse(
            Document("See [the hours][h].\n\n## Where is it?\n\nIn town.\n\n[h]: https://library.example/hours")).Entries;

        var (served, resources) = Read(entries[0].Answer);
        Assert.Equal("the hours", Assert.Single(resources).Title);
        Assert.Contains("href=\"https://library.example/hours\"", served.Html, StringComparison.Ordinal);
        Assert.Equal("In town.", Read(entries[1].Answer).Answer.Text);
    }

    [Fact]
    public async Task DeadLink_IsAPlaceholderServedAsItsTextAlone()
    {
        var (report, faq) = await Imported("Read [the *house* rules](#) first.");

        Assert.Contains("resources created: 1\n    the-house-rules: document, placeholder\n", report, StringComparison.Ordinal);
        var resource = Assert.Single(await service.Items("/v1/resources?linkState=placeholder"), r => r.Text("title") == "the house rules");
        Assert.Equal(JsonValueKind.Null, resource.GetProperty("url").ValueKind);
        Assert.Equal([resource.Text("slug")], faq.Referred("resources"));
        Assert.Equal("Read the *house* rules first.", faq.Answer("markdown"));
        Assert.Equal("<p>Read the <em>house</em> rules first.</p>", faq.Answer("html"));
        Assert.Equal("Read the house rules first.", faq.Answer("text"));
    }

    [Fact]
    public async Task DeadLinkWithAPlaceholdersTitle_IsThatResource()
    {
        await service.ImportJson("resources.json", """
            {"resources": [{"slug": "rules", "kind": "document", "title": "House Rules", "url": "https://library.example/rules", "placeholder": true, "source": {"title": "A list"}}]}
            """);

        var (report, faq) = await Imported("Read the [house\nrules](#).");

        Assert.Contains("resources created: 0\n", report, StringComparison.Ordinal);
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
    [InlineData("[](#)Come in.", "<p>Come in.</p>")]
    public void LinkThatLeadsNowhereSafe_IsServedAsItsTextAlone(string answer, string html)
    {
        var (served, resources) = Served(answer);

        Assert.Equal(html, served.Html);
        Assert.Equal(html, $"<p>{served.Markdown}</p>");
        Assert.Empty(resources);
    }

    [Fact]
    public void ImageInsideALink_IsServedAsItsText()
    {
        var (served, _) = Served("[![a plan](https://library.example/plan.png)](https://library.example/)");

        Assert.Equal("<p><a href=\"https://library.example/\">a plan</a></p>", served.Html);
        Assert.DoesNotContain("plan.png", served.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Hello <img src=x onerror=alert(1)> you")]
    [InlineData("<iframe src=\"https://library.example/\"></iframe>")]
    public void RawHtml_IsNotServed(string answer)
    {
        var html = Served($"{answer}\n\nCome in.").Answer.Html;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<p>Come in.</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[write](mailto:desk@library.example)", "<a href=\"mailto:desk@library.example\">write</a>")]
    [InlineData("<desk@library.example>", "<a href=\"mailto:desk@library.example\">desk@library.example</a>")]
    [InlineData("[call](tel:+1-505-555-0100)", "<a href=\"tel:+1-505-555-0100\">call</a>")]
    public void MailAndPhoneLinks_StayAndAreNoResources(string answer, string html)
    {
        var (served, resources) = Served(answer);

        Assert.Equal($"<p>{html}</p>", served.Html);
        Assert.Empty(resources);
    }

    [Theory]
    [InlineData(299)]
    [InlineData(3000)]
    public async Task LongDeadLink_IsOnePlaceholderHoweverOftenItIsImported(int length)
    {
        var answer = $"Read [{string.Concat(Enumerable.Repeat("a ", length / 2))}b😀😀😀 end](#).";
        var topic = NewTopic();
        var (first, _) = await Imported(answer, topic);
        var before = await service.Records();

        var (again, _) = await Imported(answer, topic);

        Assert.Contains("resources created: 1\n", first, StringComparison.Ordinal);
        Assert.Contains("resources created: 0\n", again, StringComparison.Ordinal);
        Assert.Empty(await service.ChangedSince(before));
    }

    private static string NewTopic() => "library-" + Guid.NewGuid().ToString("N");

    private async Task<(string Report, JsonElement Faq)> Imported(string answer, string? topic = null)
    {
        topic ??= NewTopic();
        var report = await service.Import(Document(answer), new ImportOptions { Topic = topic });
        return (report, Assert.Single(await service.Items($"/v1/faqs?topic={topic}")));
    }

    private static (Answer Answer, ResourceContent[] Resources) Served(string answer) =>
        Read(Assert.Single(FaqDocument.Parse(Document(answer)).Entries).Answer);

    /// <summary>An answer as it is served where no resource is known yet, and the resources that its links make.</summary>
    private static (Answer Answer, ResourceContent[] Resources) Read(string written)
    {
        var made = Markdown.Links(written)
            .Where(link => AnswerLinks.FindTarget(link) is not null)
            .DistinctBy(AnswerLinks.FindTarget)
            .ToDictionary(link => AnswerLinks.FindTarget(link)!, link => LinkTarget.NewResource(link, AnswerLinks.FindTarget(link)!));
        var links = new AnswerLinks(made.Select(m => new LinkedResource
        {
            Target = m.Key,
            Id = Guid.NewGuid(),
            Slug = "made",
            Url = m.Value.Url,
            Title = m.Value.Title,
        }));
        Assert.Equal(made.Keys, links.FindResources(ParsedMarkdown.Parse(written)).Select(r => r.Target));
        return (links.Render(ParsedMarkdown.Parse(written)), [.. made.Values]);
    }

    private static string Document(string answer) => $"# Library FAQ\n\n## When is it open?\n\n{answer}";
}
