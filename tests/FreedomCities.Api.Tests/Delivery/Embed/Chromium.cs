using FreedomCities.Api.Tests.Delivery.Embed;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>The system's Chromium, started by the first test that needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page with an empty browser profile.</summary>
    internal async Task<BrowserPage> Open(string url, BrowserNewContextOptions? options = null)
    {
        var context = await (await Browser()).NewContextAsync(options ?? new BrowserNewContextOptions());
        var reader = new BrowserPage(context, await context.NewPageAsync());
        await reader.Page.GotoAsync(url);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _one.Dispose();
    }

    private async Task<IBrowser> Browser()
    {
        var program = RequiredPrograms.Program("chromium-headless-shell", "chromium"); // the shell needs a quarter of the CPU time
        await _one.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(BrowserPage.Patience);
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
        }
        finally
        {
            _one.Release();
        }
    }
}
