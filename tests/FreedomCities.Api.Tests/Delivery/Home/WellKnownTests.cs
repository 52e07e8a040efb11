using System.Globalization;
using FreedomCities.Api.Delivery.Home;

namespace FreedomCities.Api.Tests.Delivery.Home;

/// <summary>robots.txt and security.txt.</summary>
public sealed class WellKnownTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    private const string SecurityTxt = "/.well-known/security.txt";

    [Fact]
    public async Task Robots_MayReadPagesAndWhatTheyShow()
    {
        using var response = await service.Get("/robots.txt");

        Assert.Equal("text/plain; charset=utf-8", Service.Header(response, "Content-Type"));
        Assert.Equal("public, max-age=300", Service.Header(response, "Cache-Control"));
        Assert.Equal("User-agent: *\nAllow: /v1/faqs\nAllow: /v1/topics\nDisallow: /v1/\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SecurityTxt_NamesTheContactUntilADayWithinAYear()
    {
        await using var instance = new SeededService(service.Cluster)
        {
            MoreSettings =
            [
                "--SecurityContact",
                "mailto:security@example.org",
                "--PublicUrl",
                "https://example.org/faq",
                "--DefaultLanguage",
                "es",
            ],
        };
        await instance.InitializeAsync();
        using var response = await instance.Get(SecurityTxt);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var fields = lines.Select(l => l.Split(": ", 2)).ToDictionary(f => f[0], f => f[1]);

        Assert.Equal("text/plain; charset=utf-8", Service.Header(response, "Content-Type"));
        Assert.Equal(["Contact", "Expires", "Preferred-Languages", "Canonical"], fields.Keys);
        Assert.Equal(
            ("mailto:security@example.org", "es", "https://example.org/faq" + SecurityTxt),
            (fields["Contact"], fields["Preferred-Languages"], fields["Canonical"]));
        Assert.EndsWith("T00:00:00Z", fields["Expires"], StringComparison.Ordinal);
        Assert.InRange(
            DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow,
            TimeSpan.FromDays(362),
            TimeSpan.FromDays(365));
        using var again = await instance.Get(SecurityTxt);
        Assert.Equal(Service.Header(response, "ETag"), Service.Header(again, "ETag"));
    }

    [Theory]
    [InlineData("https://example.org/report?a=b")]
    [InlineData("mailto:security@example.org")]
    [InlineData("tel:+1-201-555-0123")]
    public void SecurityContact_IsAUrl(string contact) => Assert.Equal(contact, Read(contact).Url);

    [Theory]
    [InlineData("security@example.org")]
    [InlineData("http://example.org")]
    [InlineData("mailto:")]
    [InlineData("tel:")]
    [InlineData("https://example.org/\nContact: mailto:evil@example.org")]
    public void WrongSecurityContact_IsRefused(string contact)
    {
        var message = Assert.Throws<ConfigurationException>(() => Read(contact)).Message;

        Assert.StartsWith("SecurityContact must be ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static SecurityContact Read(string contact) => new(new ServiceSettings { SecurityContact = contact });
}
