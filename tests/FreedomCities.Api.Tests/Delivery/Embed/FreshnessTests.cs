using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>What an element shows when answers change, are withdrawn or can't be loaded.</summary>
public sealed class FreshnessTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Document = """
        # Watched

        ## May they ask?

        They may.

        ## Must I answer?

        You need not.
        """;

    private readonly EmbedService _service = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        await _service.Import(Document);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Correction_ShowsWhenThePageIsVisibleAgain()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Summaries.First.ClickAsync();
        await reader.Sees("They may.");

        await _service.Import(Document.Replace("They may.", "They may not.", StringComparison.Ordinal));
        await reader.ComesBack();

        await reader.Sees("They may not.");
        await Expect(reader.Summaries.First).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task UnchangedAnswers_AreRevalidatedByTheirETag()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(2);
        using var whole = await _service.Get(
            "/v1/faqs?topic=watched&limit=100&lang=en",
            System.Net.HttpStatusCode.OK,
            ("Accept-Encoding", "gzip, deflate, br"));

        var asked = reader.Page.WaitForRequestAsync("**/v1/faqs?**");
        await reader.ComesBack();

        Assert.Equal(Service.Header(whole, "ETag"), (await (await asked).AllHeadersAsync())["if-none-match"]);
    }

    [Theory]
    [InlineData("en", "law-changed", "This answer was withdrawn on January 2, 2026: the law has changed. Please don’t rely on it.")]
    [InlineData("en", "superseded", "This answer was withdrawn on January 2, 2026: a newer answer replaces it. Please don’t rely on it.")]
    [InlineData("en", "merged", "This answer was withdrawn on January 2, 2026: it is now part of another answer. Please don’t rely on it.")]
    [InlineData("es", "error", "Esta respuesta se retiró el 2 de enero de 2026: era errónea. No se base en ella.")]
    public async Task WithdrawnAnswer_SaysWhenAndWhyUntilItIsBack(string lang, string reason, string notice)
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched", lang), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(2);

        await _service.Given.Withdrawn("faq", "may-they-ask", reason);
        await reader.ComesBack();
        await reader.Sees(notice);
        await Expect(reader.Page.Locator(".news[role=status]")).ToContainTextAsync("May they ask?");
        await reader.ComesBack();

        await Expect(reader.Page.Locator("section[aria-busy]")).ToHaveCountAsync(0);
        await reader.Sees(notice);
        await Expect(reader.Summaries).ToHaveTextAsync(["May they ask?", "Must I answer?"]);
        await Expect(reader.Page.GetByText("They may.")).ToHaveCountAsync(0);

        await _service.Given.Execute(
            "update translation set status = 'published', withdrawn_at = null, withdrawal_reason = null where status = 'withdrawn'",
            new { });
        await reader.ComesBack();
        await reader.Sees("They may.");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task ReplacedAnswer_LeadsToTheOtherOneHere()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(2);

        await _service.Given.Withdrawn("faq", "may-they-ask", "merged", replacedBy: "must-i-answer");
        await reader.ComesBack();
        await Expect(reader.Page.Locator(".notice").Last).ToHaveTextAsync("Read instead: Must I answer?");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Must I answer?" }).PressAsync("Enter");

        await reader.Sees("You need not.");
        await Expect(reader.Summaries.Last).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ReplacedAnswer_LeadsToItsPageIfItIsElsewhere()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(2);

        await _service.Given.Withdrawn("faq", "may-they-ask", "superseded", replacedBy: "how-do-i-get-more-information");
        await reader.ComesBack();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "How do I get more information?" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(_service.Origin + "/embed/faqs?slug=how-do-i-get-more-information&lang=en");
        await Expect(reader.Summaries).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task NewAnswerAndOneThatLeaves_KeepWhatIsOpenAndTheFocus()
    {
        await _service.Given.Faq("last", ["watched"]);
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Summaries.Nth(1).ClickAsync();
        await reader.Sees("You need not.");

        await _service.Given.Faq("new", ["watched"], position: 0.5);
        await _service.Given.Execute(
            "delete from faq_topic where faq_id = (select id from record where type = 'faq' and slug = 'may-they-ask')",
            new { });
        await reader.ComesBack();

        await Expect(reader.Summaries).ToHaveTextAsync(["What is new?", "Must I answer?", "What is last?"]);
        await reader.Sees("You need not.");
        await Expect(reader.Summaries.Nth(1)).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task AnswerThatLeftTheTopic_IsNotCalledWithdrawn()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(2);

        await _service.Given.Execute(
            "delete from faq_topic where faq_id = (select id from record where type = 'faq' and slug = 'may-they-ask')",
            new { });
        await reader.ComesBack();

        await Expect(reader.Summaries).ToHaveTextAsync(["Must I answer?"]);
    }

    [Fact]
    public async Task DeadService_LeavesTheAnswersWithTheirDateUntilItIsBack()
    {
        await using var partner = await HostPage.WithPage(_service.Element("watched"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Summaries.First.ClickAsync();
        await reader.Sees("They may.");

        await _service.DisposeAsync();
        await reader.ComesBack();

        await reader.Sees($"The service can’t be reached. These answers were last checked on {DateTime.Now:MMMM d, yyyy}");
        await reader.Sees("They may.");
        await reader.Sees("Imported on ");
        Assert.Empty(reader.Complaints);

        await using var again = new EmbedService(cluster) { Origin = _service.Origin };
        await again.InitializeAsync();
        await again.Import(Document);
        await reader.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await Expect(reader.Page.Locator(".status")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task ServiceThatWasNeverReached_IsShownAndRequestedAgain()
    {
        await cluster.Superuser(_service.DatabaseName, "alter table served rename to gone");
        await using var partner = await HostPage.WithPage(_service.Element("watched", "es"), _service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await reader.Sees("Las respuestas no se pueden cargar en este momento.");

        await cluster.Superuser(_service.DatabaseName, "alter table gone rename to served");
        await reader.ComesBack();

        await Expect(reader.Summaries).ToHaveCountAsync(2);
    }
}
