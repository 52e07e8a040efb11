using FreedomCities.Api.Tests.Delivery.Embed;

namespace FreedomCities.Api.Tests.OpenApi;

/// <summary>Swagger UI on another origin than that of the setting PublicUrl.</summary>
public sealed class SwaggerUiTests(SharedSeed service, Chromium chromium) : IClassFixture<SharedSeed>
{
    private const int TwoScreens = 2 * 1080;

    /// <summary>Opens each operation, executes it as it is filled in, and closes it.</summary>
    private const string ExecuteAll = """
        async () => {
          const found = async find => {
            for (const end = performance.now() + 60_000; performance.now() < end; await new Promise(requestAnimationFrame)) {
              const what = find();
              if (what) return what;
            }
            throw new Error(`Not found: ${find}`);
          };
          const operations = [];
          for (const block of document.querySelectorAll('.opblock')) {
            const control = block.querySelector('.opblock-summary-control');
            control.click();
            const execute = await found(() => block.querySelector('button.execute'));
            await found(() => block.querySelector('.responses-wrapper .response'));
            const height = Math.ceil(block.getBoundingClientRect().height);
            const menus = [...block.querySelectorAll('.examples-select-element')].map(m => m.selectedOptions[0].textContent);
            execute.click();
            const status = await found(() => block.querySelector('.live-responses-table tbody .response-col_status')?.textContent.trim());
            operations.push({ name: block.id, status, height, menus });
            control.click();
          }
          return operations;
        }
        """;

    [Fact]
    public async Task EveryOperation_RunsAsFilledInAndFitsTwoScreens()
    {
        await using var explorer = await chromium.Open(
            new Uri(service.Http.BaseAddress!, "/swagger/index.html").AbsoluteUri,
            new() { ViewportSize = new() { Width = 1280, Height = 1080 } });
        await explorer.Page.WaitForSelectorAsync(".opblock");

        var operations = await explorer.Page.EvaluateAsync<Executed[]>(ExecuteAll);

        var document = await service.Json("/openapi/public.v1.json");
        Assert.Equal(document.GetProperty("paths").EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()), operations.Length);
        Assert.All(operations, o => Assert.Equal((o.Name, "200"), (o.Name, o.Status)));
        Assert.All(operations, o => Assert.True(o.Height <= TwoScreens, $"{o.Name} is {o.Height} px high."));
        Assert.Equal(["Not sent"], operations.SelectMany(o => o.Menus).Distinct(StringComparer.Ordinal));
    }

    private sealed record Executed
    {
        public required string Name { get; init; }

        public required string Status { get; init; }

        public required int Height { get; init; }

        public required string[] Menus { get; init; }
    }
}
