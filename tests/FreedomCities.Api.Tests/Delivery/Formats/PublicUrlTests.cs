using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Tests.Delivery.Formats;

public sealed class PublicUrlTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task AbsoluteUrls_AreOfTheSettingWhateverTheRequestSays()
    {
        await using var program = ProgramProcess.Serve(
            null,
            ("ConnectionStrings__FreedomCities", service.Server.App),
            ("PublicUrl", "https://faq.example.org/civic/"));
        using var http = await program.Http();
        http.DefaultRequestHeaders.Host = "evil.example";
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "gopher");

        foreach (var (path, url) in new[]
        {
            ("/v1/faqs.jsonld", "https://faq.example.org/civic/v1/faqs/how-do-i-get-more-information"),
            ("/v1/contacts/ana-moran.vcf", "SOURCE:https://faq.example.org/civic/v1/contacts/ana-moran.vcf"),
            ("/v1/feeds/faqs.atom", "<id>https://faq.example.org/civic/v1/feeds/faqs.atom</id>"),
        })
        {
            var body = await http.GetStringAsync(path);
            Assert.Contains(url, body, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"evil|gopher|localhost|127\.", body);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1")]
    [InlineData("http://localhost:8080/;http://localhost:8081", "http://localhost:8080/v1")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/v1")]
    [InlineData("http://[::]:8080", "http://localhost:8080/v1")]
    [InlineData("https://*", "https://localhost/v1")]
    [InlineData("http://+:8080", "http://localhost:8080/v1")]
    [InlineData("http://127.0.0.1:0", "http://localhost:5000/v1")]
    [InlineData("nonsense", "http://localhost:5000/v1")]
    [InlineData(ServiceSettings.DefaultAddress, "http://localhost:5000/v1")]
    public void WithoutTheSetting_TheyAreOfTheAddressThatIsListenedOn(string urls, string url) =>
        Assert.Equal(url, new PublicUrl(new ServiceSettings { Urls = urls }).Absolute("/v1"));

    [Theory]
    [InlineData("faq.example.org")]
    [InlineData("ftp://faq.example.org")]
    [InlineData("https://faq.example.org/?a=b")]
    [InlineData("")]
    public void WrongSetting_IsTold(string url)
    {
        var error = Assert.Throws<ConfigurationException>(() => new PublicUrl(new ServiceSettings { PublicUrl = url }));

        Assert.Contains("PublicUrl must be the http or https address", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org//faq")]
    [InlineData("https://example.org/a//b")]
    [InlineData("https://example.org/a'b")]
    [InlineData("https://example.org/a%0Ab")]
    [InlineData("https://example.org/a%2Fb")]
    [InlineData("https://example.org/<b>")]
    public void WrongPath_IsTold(string url)
    {
        var error = Assert.Throws<ConfigurationException>(() => new PublicUrl(new ServiceSettings { PublicUrl = url }));

        Assert.Contains("PublicUrl's path must be of letters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org", "/v1", "https://example.org/v1", "https://example.org")]
    [InlineData("https://example.org/", "/v1", "https://example.org/v1", "https://example.org")]
    [InlineData("https://example.org:8443/faq/", "/faq/v1", "https://example.org:8443/faq/v1", "https://example.org:8443")]
    [InlineData("https://example.org/a/b-c_d.e~f", "/a/b-c_d.e~f/v1", "https://example.org/a/b-c_d.e~f/v1", "https://example.org")]
    [InlineData("https://example.org/años", "/a%C3%B1os/v1", "https://example.org/a%C3%B1os/v1", "https://example.org")]
    public void Path_IsThePrefix(string url, string link, string absolute, string origin)
    {
        var site = new PublicUrl(new ServiceSettings { PublicUrl = url });

        Assert.Equal((link, absolute, origin), (site.LinkTo("/v1"), site.Absolute("/v1"), site.Origin));
    }

    [Theory]
    [InlineData("faq.example.org", "PublicUrl must be the http or https address")]
    [InlineData("https://example.org/v1/faq", "PublicUrl's path must not begin with /v1")]
    public async Task WrongSetting_StopsTheStart(string url, string error)
    {
        var errors = await ProgramProcess.Fail(
            ["--urls", "http://127.0.0.1:0"], ("ConnectionStrings__FreedomCities", service.Server.App), ("PublicUrl", url));

        Assert.Contains(error, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }
}
