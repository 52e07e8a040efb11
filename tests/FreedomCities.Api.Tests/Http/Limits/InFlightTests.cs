using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>
/// What clients don't take, or send slowly, has bounds: of memory, of open requests, of connections. Measured: ./dev bench unread.
/// </summary>
public sealed class InFlightTests(InFlightTests.Small service) : IClassFixture<InFlightTests.Small>
{
    private const int OpenRequests = 20;

    [Fact]
    public async Task UnreadResponses_Are503OnlyForTheirNetworkUntilTheyAreClosed()
    {
        using var cached = await service.Get("/v1/faqs?limit=8", HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.2"));
        int[] limits = [10, 11, 12, 6, 5, 4, 3, 2, 1]; // 0.3 MB each; the small ones fill what the others leave
        var clients = await Ask("192.0.2.1", limits.Length, i => $"/v1/faqs?limit={limits[i]}");
        foreach (var path in new[] { "/v1/faqs?limit=7", "/v1/faqs?limit=8" })
        {
            using var refused = await service.Get(path, HttpStatusCode.ServiceUnavailable, ("X-Forwarded-For", "192.0.2.1"));
            Assert.Equal("service-unavailable", (await Service.ReadJson(refused)).Text("code"));
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Equal(("*", null), (Service.Header(refused, "Access-Control-Allow-Origin"), Service.Header(refused, "ETag")));
        }

        foreach (var path in new[] { "/v1/topics", "/health/ready", "/swagger/swagger-ui-bundle.js" })
        {
            using var small = await service.Get(path, HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.1"));
        }

        using var other = await service.Get("/v1/faqs?limit=9", HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.2"));
        Array.ForEach(clients, c => c.Dispose());

        await Eventually.Is(
            async () => (await service.Send(HttpMethod.Get, "/v1/faqs?limit=7", ("X-Forwarded-For", "192.0.2.1"))).IsSuccessStatusCode,
            "the memory is returned");
    }

    [Fact]
    public async Task MoreOpenRequestsThanANetworkMayHave_Are429AndOthersAreServed()
    {
        var clients = await Ask("192.0.2.3", OpenRequests, _ => "/swagger/swagger-ui-bundle.js");
        using (var refused = await service.Get("/v1/nothing", HttpStatusCode.TooManyRequests, ("X-Forwarded-For", "192.0.2.3")))
        {
            Assert.Equal("too-many-requests", (await Service.ReadJson(refused)).Text("code"));
            Assert.Equal("1", Service.Header(refused, "Retry-After"));
        }

        using var other = await service.Get("/v1/topics", HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.4"));
        using var health = await service.Get("/health/live", HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.3"));
        Array.ForEach(clients, c => c.Dispose());

        await Eventually.Is(
            async () => (await service.Send(HttpMethod.Get, "/v1/topics", ("X-Forwarded-For", "192.0.2.3"))).IsSuccessStatusCode,
            "they are closed");
    }

    [Fact]
    public async Task BodiesThatAreSentSlowly_CountToo()
    {
        var body = Encoding.ASCII.GetBytes("{\"q\":\"" + new string('x', 990_000));
        var clients = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var client = await Connect();
            await client.SendAsync(Encoding.ASCII.GetBytes(
                $"POST /v1/search HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.10\r\nContent-Type: "
                    + $"application/json\r\nContent-Length: 1000000\r\n\r\n"));
            _ = client.SendAsync(body);
            return client;
        }));
        var buffer = new byte[4096];
        var first = await await Task.WhenAny(clients.Select(async c => Encoding.ASCII.GetString(buffer, 0, await c.ReceiveAsync(buffer))));

        Assert.StartsWith("HTTP/1.1 503", first, StringComparison.Ordinal);
        Array.ForEach(clients, c => c.Dispose());
    }

    [Fact]
    public async Task MoreSnapshotsThanANetworkMayHave_Are429AndAnotherIsServed()
    {
        var clients = await Ask("192.0.2.5", 2, _ => "/v1/snapshot");
        using (var refused = await service.Get("/v1/snapshot", HttpStatusCode.TooManyRequests, ("X-Forwarded-For", "192.0.2.5")))
        {
            Assert.Contains(
                "its limit of 2 concurrent snapshots",
                (await Service.ReadJson(refused)).Text("detail"),
                StringComparison.Ordinal);
        }

        using var other = await service.Get("/v1/snapshot", HttpStatusCode.OK, ("X-Forwarded-For", "192.0.2.6"));
        Array.ForEach(clients, c => c.Dispose());

        await Eventually.Is(
            async () => (await service.Send(HttpMethod.Get, "/v1/snapshot", ("X-Forwarded-For", "192.0.2.5"))).IsSuccessStatusCode,
            "they are closed");
    }

    [Fact]
    public async Task MoreConnectionsThanMayBe_AreClosed()
    {
        await using var few = new Few(service.Cluster);
        await few.InitializeAsync();
        var idle = await Task.WhenAll(Enumerable.Range(0, Few.Connections + 1).Select(_ => Connect(few)));
        var buffer = new byte[1];

        Assert.Equal(0, await await Task.WhenAny(idle.Select(c => c.ReceiveAsync(buffer))).WaitAsync(TimeSpan.FromSeconds(10)));
        Array.ForEach(idle, c => c.Dispose());
        await Eventually.Is(async () =>
        {
            try
            {
                using var answer = await few.Send(HttpMethod.Get, "/v1");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "a connection is free");
    }

    /// <summary>Requests one after the other, of whose responses only the first byte is read.</summary>
    private async Task<Socket[]> Ask(string network, int count, Func<int, string> path)
    {
        var clients = new List<Socket>();
        for (var i = 0; i < count; i++)
        {
            clients.Add(await Connect());
            await clients[i].SendAsync(
                Encoding.ASCII.GetBytes($"GET {path(i)} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {network}\r\n\r\n"));
            await clients[i].ReceiveAsync(new byte[1]);
        }

        return [.. clients];
    }

    private Task<Socket> Connect() => Connect(service);

    private static async Task<Socket> Connect(Service to)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(to.Http.BaseAddress!.Host, to.Http.BaseAddress.Port);
        return socket;
    }

    /// <summary>With small bounds, behind a proxy: the test.</summary>
    public sealed class Small(TestCluster cluster) : Service(cluster)
    {
        private protected override string[] Settings =>
            ["--InFlightMegabytes=40", $"--RateLimits:OpenRequests={OpenRequests}", "--TrustedProxies=127.0.0.1"];

        protected override async Task Fill()
        {
            foreach (var i in Enumerable.Range(0, 20))
            {
                await Given.Faq($"long-{i}", answer: new string('x', 100_000));
            }
        }
    }

    private sealed class Few(TestCluster cluster) : Service(cluster)
    {
        public const int Connections = 4;

        private protected override string[] Settings => [$"--ConcurrentConnections={Connections}"];
    }
}
