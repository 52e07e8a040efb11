namespace FreedomCities.Api.Tests.Http.Responses;

public sealed class SecurityHeadersTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    public static TheoryData<string> Answers =>
    [
        .. Routes.All.Select(r => r.Data),
        "/swagger", "/nothing", "/v1/faqs/nothing", "/v1/faqs?limit=0", "/SWAGGER/index.html",
    ];

    [Theory, MemberData(nameof(Answers))]
    public async Task EveryAnswer_HasThem(string path)
    {
        using var response = await service.Send(HttpMethod.Get, path);

        Assert.Equal("nosniff", Service.Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Service.Header(response, "Referrer-Policy"));
        var policy = Service.Header(response, "Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.EndsWith(
            Routes.Framed.Any(r => r.Data == path) ? "; frame-ancestors *" : "; frame-ancestors 'none'",
            policy,
            StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Null(Service.Header(response, "Server"));
        Assert.Null(Service.Header(response, "Set-Cookie"));
    }

    [Fact]
    public async Task SwaggerUi_MayRunItsScriptsHoweverItIsSpelt()
    {
        foreach (var path in new[] { "/swagger/index.html", "/SWAGGER/index.html" })
        {
            using var response = await service.Send(HttpMethod.Get, path);

            Assert.True(
                response.StatusCode == System.Net.HttpStatusCode.NotFound
                || Service.Header(response, "Content-Security-Policy")!.Contains("script-src 'self'", StringComparison.Ordinal));
        }
    }
}
