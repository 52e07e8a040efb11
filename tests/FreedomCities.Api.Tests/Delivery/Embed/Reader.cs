using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>A browser's page, with its requests and its complaints.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>How long a page may take on a busy machine, in milliseconds.</summary>
    public const int Patience = 20_000;

    private readonly IBrowserContext _context;

    public BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.SetDefaultTimeout(Patience);
        context.Request += (_, request) => Requests.Add(request);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // The browser's own messages about the network are no complaints of the page.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public ConcurrentBag<IRequest> Requests { get; } = [];

    /// <summary>Exceptions, errors, warnings, reports of the content security policy, dialogs.</summary>
    public ConcurrentBag<string> Complaints { get; } = [];

    public ILocator Summaries => Page.Locator("summary");

    /// <summary>Waits until an element's text holds this.</summary>
    public Task Sees(string text, ILocator? within = null) =>
        (within ?? Page.Locator("body")).GetByText(text).First.WaitForAsync(new() { State = WaitForSelectorState.Visible });

    /// <summary>Leaves the page and comes back to it: a headless browser never hides a page, so the events are simulated.</summary>
    public Task ComesBack() => Page.EvaluateAsync(
        """
        () => {
          for (const state of ['hidden', 'visible']) {
            Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
          }
        }
        """);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
