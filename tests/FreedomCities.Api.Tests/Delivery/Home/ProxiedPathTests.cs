using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FreedomCities.Api.Tests.Delivery.Embed;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FreedomCities.Api.Tests.Delivery.Home;

/// <summary>The pages and the element in a real browser, behind nginx that publishes the service below a path of its host.</summary>
public sealed class ProxiedPathTests(ProxiedPathTests.Proxied service, Chromium chromium) : IClassFixture<ProxiedPathTests.Proxied>
{
    [Fact]
    public async Task HomePage_WorksBelowThePath()
    {
        await service.Publish();
        await using var reader = await chromium.Open(service.Origin + "/");
        await Expect(reader.Page.Locator("fc-faq summary").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("select[name=topic] option")).Not.ToHaveCountAsync(0);
        Assert.Equal(
            "rgb(11, 92, 173)",
            await reader.Page.Locator("a.button").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));

        await reader.Page.Locator("a[href$='/v1/topics']").ClickAsync();
        await reader.Page.WaitForURLAsync(service.Origin + "/v1/topics");
        await AllWasBelowThePath(reader);
    }

    [Fact]
    public async Task SwaggerUi_ExecutesAnOperationBelowThePath()
    {
        await service.Publish();
        await using var reader = await chromium.Open(service.Origin + "/swagger#/Topics/listTopics");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Expect(reader.Page.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("200");
        Assert.Contains(reader.Requests, r => r.Url.StartsWith(service.Origin + "/v1/topics", StringComparison.Ordinal));
        await AllWasBelowThePath(reader);
    }

    [Fact]
    public async Task Element_WorksOnAPartnersPageAndLeadsToTheEmbedPage()
    {
        await service.Publish();
        await using var partner = await HostPage.WithPage(
            service.Element(search: true),
            $"default-src 'none'; script-src {service.Host}; connect-src {service.Host}");
        await using var reader = await chromium.Open(partner.Url);
        await Expect(reader.Summaries).ToHaveCountAsync(5);
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("office");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(reader.Page.Locator(".found")).ToContainTextAsync("Found: ");
        await AllWasBelowThePath(reader, partner.Url);

        await using var page = await chromium.Open(service.Origin + "/embed/faqs?topic=freedom-cities&lang=en");
        await Expect(page.Summaries).ToHaveCountAsync(5);
        await AllWasBelowThePath(page);
    }

    private async Task AllWasBelowThePath(BrowserPage reader, string? partner = null)
    {
        Assert.Empty(reader.Complaints);
        foreach (var request in reader.Requests.Where(r => partner is null || !r.Url.StartsWith(partner, StringComparison.Ordinal)))
        {
            Assert.StartsWith(service.Origin + "/", request.Url, StringComparison.Ordinal);
            Assert.InRange((await request.ResponseAsync())!.Status, 200, 399);
        }
    }

    /// <summary>nginx is started by the first test, which is skipped where there is none.</summary>
    public sealed class Proxied : EmbedService
    {
        private const string Prefix = "/faq";

        private static readonly string[] Temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

        private readonly string _folder = Directory.CreateTempSubdirectory("fc-").FullName;
        private readonly Lazy<Task<Process>> _nginx;

        public Proxied(TestCluster cluster)
            : base(cluster)
        {
            Origin += Prefix;
            _nginx = new(StartNginx);
        }

        internal string Host => Origin[..^Prefix.Length];

        private protected override string[] Settings => ["--PublicUrl", Origin];

        internal Task Publish() => _nginx.Value;

        private protected override async Task CloseDatabase()
        {
            if (_nginx.IsValueCreated)
            {
                using var nginx = await _nginx.Value;
                await DataFolder.Execute("kill", "-s", "TERM", $"{nginx.Id}");
                await nginx.WaitForExitAsync();
            }

            Directory.Delete(_folder, recursive: true);
            await base.CloseDatabase();
        }

        private async Task<Process> StartNginx()
        {
            var program = RequiredPrograms.Program("nginx");
            var configuration = Path.Combine(_folder, "nginx.conf");
            var temporary = string.Concat(Temporary.Select(n => $"{n}_temp_path {_folder}/{n}; "));
            await File.WriteAllTextAsync(configuration, $$"""
                daemon off; worker_processes 1; pid {{_folder}}/nginx.pid; error_log stderr crit;
                events { }
                http {
                  access_log off; {{temporary}}
                  server {
                    listen {{new Uri(Origin).Authority}};
                    location {{Prefix}}/ { proxy_pass {{Http.BaseAddress}}; }
                  }
                }
                """);
            var nginx = Process.Start(new ProcessStartInfo(program, ["-e", "stderr", "-c", configuration]) { UseShellExecute = false })!;
            await Eventually.Is(Listens, "nginx listens");
            return nginx;
        }

        private async Task<bool> Listens()
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, new Uri(Origin).Port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }
}
