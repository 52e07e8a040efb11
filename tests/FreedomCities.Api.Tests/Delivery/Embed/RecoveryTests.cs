using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>What the element does while the service is away, and when it is back.</summary>
public sealed class RecoveryTests(EmbedService service, Chromium chromium) : IClassFixture<EmbedService>
{
    private const string Lists = "**/v1/faqs?**";

    [Fact]
    public async Task DownAtLoad_TheLinkIsThereUntilTheButtonFindsItBack()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open("about:blank");
        await reader.Page.RouteAsync(Lists, route => route.AbortAsync());
        await reader.Page.GotoAsync(partner.Url);
        var link = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Questions and answers" });
        await Expect(reader.Page.Locator(".status")).ToHaveTextAsync("The answers can’t be loaded at the moment.");
        await Expect(link).ToBeVisibleAsync();
        Assert.Empty(await AccessibilityTests.Violations(reader));

        await reader.Page.UnrouteAsync(Lists);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).PressAsync("Enter");

        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await Expect(link).ToBeHiddenAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("section")).ToBeFocusedAsync();
        Assert.Empty(await AccessibilityTests.Violations(reader));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Retries_ComeLaterAndLaterAndNotBeforeTheServiceWantsThem()
    {
        await using var partner = await HostPage.WithPage(service.Element(), service.Policy);
        await using var reader = await chromium.Open("about:blank");
        var requests = 0;
        var retryAfter = "0";
        await reader.Page.RouteAsync(Lists, route =>
        {
            requests++;
            return route.FulfillAsync(new()
            {
                Status = 503,
                Body = "{}",
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Access-Control-Allow-Origin"] = "*",
                    ["Access-Control-Expose-Headers"] = "Retry-After",
                    ["Retry-After"] = retryAfter,
                },
            });
        });
        await reader.Page.Clock.InstallAsync();
        await reader.Page.GotoAsync(partner.Url);
        await Expect(reader.Page.Locator("section:not([aria-busy])")).ToContainTextAsync("can’t be loaded");
        await reader.Page.EvaluateAsync(
            "() => document.querySelector('fc-faq').addEventListener('fc-error', e => { window.failures = (window.failures ?? 0) + 1; })");

        var expected = 1;
        foreach (var seconds in (int[])[5, 15, 60, 60])
        {
            // The clock also runs by itself, on a machine that has other work to do.
            await reader.Page.Clock.RunForAsync((seconds - 4) * 1000);
            Assert.Equal(expected, requests);
            retryAfter = expected == 4 ? "90" : "0";
            await reader.Page.Clock.RunForAsync(4_500);
            await reader.Page.WaitForFunctionAsync("n => window.failures === n", expected);
            expected++;
        }

        await reader.Page.Clock.RunForAsync(85_000);
        await reader.ComesBack();
        await reader.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        Assert.Equal(expected, requests);
        await reader.Page.Clock.RunForAsync(6_000);
        await reader.Page.WaitForFunctionAsync("n => window.failures === n", expected);
    }
}
