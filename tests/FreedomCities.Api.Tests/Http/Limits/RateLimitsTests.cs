using System.Net;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Http.Limits.Rates;
using FreedomCities.Api.Http.Rendering;
using FreedomCities.Api.Telemetry.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>Each test is a network of its own: the one that this proxy names.</summary>
public sealed class RateLimitsTests(
    LimitedService service,
    UnlimitedService unlimited) : IClassFixture<LimitedService>, IClassFixture<UnlimitedService>
{
    public static TheoryData<string> Limited =>
        [.. Routes.Data.Concat(Routes.Changes).Select(r => r.Data), "/v1/faqs?limit=0", "/v1/faqs/nothing", "/v1/nothing", "/"];

    public static TheoryData<string> Free => [.. Routes.Health.Select(r => r.Data), "/problems", "/problems/too-many-requests"];

    [Fact]
    public async Task MoreReadsThanTheBudget_Are429UntilTheWindowEnds()
    {
        const string Client = "192.0.2.1";
        for (var i = 0; i < LimitedService.Reads; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await From(Client)).StatusCode);
        }

        using var refused = await From(Client);

        Assert.Equal(
            (HttpStatusCode.TooManyRequests, "application/problem+json"),
            (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal("too-many-requests", (await Service.ReadJson(refused)).GetProperty("code").GetString());
        var wait = int.Parse(Service.Header(refused, "Retry-After")!, null);
        Assert.InRange(wait, 1, LimitedService.Window);
        Assert.Equal(
            ($"\"reads\";q={LimitedService.Reads};w={LimitedService.Window}", $"\"reads\";r=0;t={wait}"),
            (Service.Header(refused, "RateLimit-Policy"), Service.Header(refused, "RateLimit")));
        Assert.Equal(("*", "no-store"), (Service.Header(refused, "Access-Control-Allow-Origin"), Service.Header(refused, "Cache-Control")));
        Assert.Equal(HttpStatusCode.OK, (await From("192.0.2.2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await From(Client, "/v1/search?q=a")).StatusCode);
        await Eventually.Is(async () => (await From(Client)).IsSuccessStatusCode, "a new window");
    }

    [Theory]
    [InlineData("/v1/search?q=a")]
    [InlineData("/v1/search/suggestions?q=what")]
    [InlineData("/V1/Search/?q=a")]
    public async Task Search_HasABudgetOfItsOwn(string path)
    {
        var client = $"192.0.2.{10 + path.Length}";
        await From(client, path);
        await From(client, "/v1/search?q=b");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await From(client, path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await From(client)).StatusCode);
    }

    [Fact]
    public async Task Locate_HasABudgetOfItsOwn()
    {
        const string Client = "192.0.2.9";
        await From(Client, "/v1/contacts/locate?state=NM");

        using var refused = await From(Client, "/v1/contacts/locate?state=TX");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal($"\"locate\";q={LimitedService.Locates};w={LimitedService.Window}", Service.Header(refused, "RateLimit-Policy"));
        Assert.StartsWith("\"locate\";r=0;t=", Service.Header(refused, "RateLimit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await From(Client, "/v1/search?q=a")).StatusCode);
    }

    [Theory, MemberData(nameof(Limited))]
    public async Task Policy_IsToldOnEveryAnswerAndTheStateOnThoseThatNoCacheKeeps(string path)
    {
        using var answer = await From($"198.51.100.{path.Length}", path);

        var (name, requests) = path switch
        {
            _ when path.Contains("search", StringComparison.Ordinal) => ("search", LimitedService.Searches),
            _ when path.Contains("locate", StringComparison.Ordinal) => ("locate", LimitedService.Locates),
            _ => ("reads", LimitedService.Reads),
        };
        var policy = $"\"{name}\";q={requests};w={LimitedService.Window}";
        Assert.Equal(policy, Service.Header(answer, "RateLimit-Policy"));
        Assert.Equal(Service.Header(answer, "Cache-Control") == "no-store", answer.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task State_CountsDown()
    {
        Assert.Equal("\"reads\";r=2", Service.Header(await From("192.0.2.5", "/v1/changes"), "RateLimit"));
        Assert.Equal("\"reads\";r=1", Service.Header(await From("192.0.2.5", "/v1/changes"), "RateLimit"));
    }

    [Theory, MemberData(nameof(Free))]
    public async Task HealthAndProblems_AreUnlimited(string path)
    {
        for (var i = 0; i < 2 * LimitedService.Reads; i++)
        {
            using var answer = await From("192.0.2.6", path);
            Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, answer.Headers.Contains("RateLimit-Policy")));
        }
    }

    [Theory]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", true)]
    [InlineData("2001:db8:2:1::1", "2001:db8:2:2::1", false)]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("203.0.113.3", "::ffff:203.0.113.3", true)]
    [InlineData("203.0.113.4", "203.0.113.4:4711", true)]
    public async Task Network_IsAnIPv4AddressOrAnIPv6Slash64(string one, string other, bool areOne)
    {
        for (var i = 0; i < LimitedService.Reads; i++)
        {
            await From(one);
        }

        Assert.Equal(areOne ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, (await From(other)).StatusCode);
    }

    [Fact]
    public async Task ForwardedAddress_CountsFromTheRightAndOnlyWhereTheProxyIsTrusted()
    {
        for (var i = 0; i < LimitedService.Reads; i++)
        {
            await From($"10.9.9.{i}, 192.0.2.7"); // what the client itself wrote, then what the proxy saw
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("10.9.9.9, 192.0.2.7")).StatusCode);
    }

    [Fact]
    public async Task ForwardedAddress_FromAnUntrustedPeerIsIgnored()
    {
        await using var untrusting = new UntrustingService(unlimited.Cluster);
        await untrusting.InitializeAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= LimitedService.Reads; i++)
        {
            using var answer = await untrusting.Send(HttpMethod.Get, "/v1", ("X-Forwarded-For", $"192.0.2.{i}"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task SwitchedOff_NothingIsCounted()
    {
        using var answer = await unlimited.Get("/v1/changes");

        Assert.False(answer.Headers.Contains("RateLimit-Policy") || answer.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task MoreNetworksThanAreCountedApart_ShareBudgets()
    {
        var settings = new ServiceSettings
        {
            RateLimits = new()
            {
                OpenRequests = 1,
                Reads = new() { Requests = 1, Seconds = 3600 },
                Search = new() { Requests = 1, Seconds = 1 },
            },
        };
        using var limits = new RateLimits(
            settings, unlimited.Services.GetRequiredService<ResponseWriter>(), unlimited.Services.GetRequiredService<ServiceMetrics>());
        var served = 0;
        for (var i = 0; i < 2 * ClientNetwork.Count; i++)
        {
            var http = new DefaultHttpContext
            {
                RequestServices = unlimited.Services,
                Connection = { RemoteIpAddress = new IPAddress(i) },
                Request = { Path = "/v1" },
            };
            await limits.Apply(http, _ =>
            {
                served++;
                return Task.CompletedTask;
            });
        }

        Assert.InRange(served, ClientNetwork.Count / 2, ClientNetwork.Count);
    }

    [Theory]
    [InlineData("RateLimits__Reads__Requests", "many")]
    [InlineData("RateLimits__Search__Seconds", "0")]
    [InlineData("RateLimits__Enabled", "perhaps")]
    [InlineData("TrustedProxies", "10.1")]
    [InlineData("TrustedProxies", "192.0.2.1, proxy.example")]
    [InlineData("TrustedProxies", "10.0.0.0/33")]
    public async Task NonsenseInASetting_IsTold(string name, string value)
    {
        var errors = await ProgramProcess.Fail(
            ["--urls", "http://127.0.0.1:0"],
            ("ConnectionStrings__FreedomCities", unlimited.Server.App),
            (name, value));

        Assert.Contains(name, errors, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> From(string client, string path = "/v1") =>
        service.Send(HttpMethod.Get, path, ("X-Forwarded-For", client));
}

/// <summary>The service behind a proxy, the test, with small budgets.</summary>
public sealed class LimitedService(TestCluster cluster) : Service(cluster)
{
    public const int Reads = 3;
    public const int Searches = 2;
    public const int Locates = 1;
    public const int Window = 5;

    protected override string Template => TestCluster.Located;

    private protected override string[] Settings => [.. UntrustingService.Small, "--TrustedProxies=127.0.0.0/8, ::1"];
}

/// <summary>The same without a proxy.</summary>
public sealed class UntrustingService(TestCluster cluster) : Service(cluster)
{
    internal static readonly string[] Small =
    [
        $"--RateLimits:Reads:Requests={LimitedService.Reads}", $"--RateLimits:Search:Requests={LimitedService.Searches}",
        $"--RateLimits:Locate:Requests={LimitedService.Locates}", $"--RateLimits:Locate:Seconds={LimitedService.Window}",
        $"--RateLimits:Reads:Seconds={LimitedService.Window}", $"--RateLimits:Search:Seconds={LimitedService.Window}",
    ];

    private protected override string[] Settings => Small;
}

/// <summary>With the limits off, which is what is tested.</summary>
public sealed class UnlimitedService(TestCluster cluster) : Service(cluster)
{
    private protected override string[] Settings => ["--RateLimits:Enabled=false"];
}
