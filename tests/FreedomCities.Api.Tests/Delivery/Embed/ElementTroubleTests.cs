using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>What an element shows when answers are late or missing.</summary>
public sealed class ElementTroubleTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Lists = "**/v1/faqs?**";

    public static TheoryData<int, string> NoAnswers => new()
    {
        { 200, "<html>Log in to the hotel's network</html>" },
        { 200, "null" },
        { 200, "{}" },
        { 200, """{"items":[{"language":{"served":"en"}}],"next":null}""" },
        { 500, "<html>" },
        { 503, "null" },
        { 503, """{"code":"service-unavailable"}""" },
        { 429, "{}" },
    };

    public static TheoryData<int, string> Refusals =>
        new() { { 403, "null" }, { 404, "<html>" }, { 400, """{"errors":{"topic":["wrong"]}}""" } };

    [Theory, MemberData(nameof(NoAnswers))]
    public async Task NoAnswerAtFirst_IsShownAndRequestedAgain(int status, string body)
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open("about:blank");
        await Answer(reader, status, body);
        await reader.Page.GotoAsync(partner.Url);
        await reader.Sees("The answers can’t be loaded at the moment.");
        await Expect(reader.Page.Locator("section[aria-busy]")).ToHaveCountAsync(0);

        await reader.Page.UnrouteAsync(Lists);
        await reader.ComesBack();

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Expect(reader.Page.Locator(".status")).ToHaveTextAsync("");
        Assert.Empty(reader.Complaints);
    }

    [Theory, MemberData(nameof(NoAnswers)), MemberData(nameof(Refusals))]
    public async Task NoAnswerLater_LeavesWhatIsShownWithItsDate(int status, string body)
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);

        await Answer(reader, status, body);
        await reader.ComesBack();

        await reader.Sees("The service can’t be reached. These answers were last checked on ");
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        Assert.Empty(reader.Complaints);
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task RefusalAtFirst_IsShown(int status, string body)
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open("about:blank");
        await Answer(reader, status, body);
        await reader.Page.GotoAsync(partner.Url);

        await reader.Sees($"The answers can’t be shown: {status}");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task AttributeChangedWhileLoading_TheLastWins()
    {
        await service.Given.Topic("slow");
        await service.Given.Faq("slow", ["slow"]);
        var (asked, dropped, answered) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var partner = await HostPage.WithPage(service.Element("slow"), service.Policy);
        await using var reader = await chromium.Open("about:blank");
        await reader.Page.RouteAsync("**/v1/faqs?topic=slow*", async route =>
        {
            asked.SetResult();
            await answered.Task;
            await route.ContinueAsync();
        });
        reader.Page.RequestFailed += (_, request) => dropped.TrySetResult();
        await reader.Page.GotoAsync(partner.Url);
        await asked.Task;
        await reader.Sees("Loading…");

        await reader.Page.Locator("fc-faq").EvaluateAsync("e => e.setAttribute('topic', 'freedom-cities')");
        await dropped.Task.WaitAsync(TimeSpan.FromSeconds(10)); // the element itself gives up after 20
        answered.SetResult();

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task RemovedElement_RequestsNothingUntilItIsBack()
    {
        await using var partner = await HostPage.WithPage(service.Element(search: true), service.Policy);
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Page.EvaluateAsync("() => { window.removed = document.querySelector('fc-faq'); removed.remove(); }");
        var before = reader.Requests.Count;

        await reader.ComesBack();
        await reader.Page.EvaluateAsync(
            "async () => { window.dispatchEvent(new Event('online')); await fetch('/favicon.ico').catch(() => {}); }");
        Assert.Equal(before, reader.Requests.Count(r => !r.Url.EndsWith("/favicon.ico", StringComparison.Ordinal)));

        await reader.Page.EvaluateAsync("() => document.querySelector('main').append(removed)");
        await Expect(reader.Summaries).ToHaveCountAsync(5);
    }

    private static async Task Answer(BrowserPage reader, int status, string body) =>
        await reader.Page.RouteAsync(Lists, route => route.FulfillAsync(new()
        {
            Status = status,
            Body = body,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Access-Control-Allow-Origin"] = "*",
                ["Content-Type"] = "application/json",
            },
        }));
}
