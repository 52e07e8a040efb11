using System.Net;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Http.Responses;

public sealed partial class ETagTests(SeededService service) : IClassFixture<SeededService>
{
    [Theory, MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task Every200_HasAStrongETagThatStays(string path)
    {
        var tag = await ETag(path);

        Assert.Matches(StrongETag(), tag);
        Assert.Equal(tag, await ETag(path));
    }

    [Theory, MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task MatchingIfNoneMatch_Returns304WithoutBody(string path)
    {
        using var whole = await service.Get(path);
        var tag = Service.Header(whole, "ETag")!;
        foreach (var given in new[] { tag, $"\"other\", {tag}", "W/" + tag, "*" })
        {
            using var response = await service.Get(path, HttpStatusCode.NotModified, ("If-None-Match", given));

            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            Assert.All(
                ["ETag", "Cache-Control", "Vary", "Link", "Content-Language", "Access-Control-Allow-Origin"],
                name => Assert.Equal(Service.Header(whole, name), Service.Header(response, name)));
            Assert.Null(Service.Header(response, "Content-Type"));
            Assert.Null(Service.Header(response, "Content-Encoding"));
        }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("other")]
    [InlineData("W/\"other\", \"another\"")]
    [InlineData("\"unfinished")]
    [InlineData("")]
    public async Task OtherIfNoneMatch_Returns200(string given)
    {
        using var response = await service.Get("/v1/faqs", HttpStatusCode.OK, ("If-None-Match", given));

        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task IfNoneMatch_OfWhatIsNotThereReturns404()
    {
        using var response = await service.Get("/v1/faqs/no-such", HttpStatusCode.NotFound, ("If-None-Match", "*"));

        Assert.Null(Service.Header(response, "ETag"));
    }

    [Theory, MemberData(nameof(Routes.Data), MemberType = typeof(Routes))]
    public async Task ETag_DiffersBetweenEncodings(string path)
    {
        var tags = new[] { await ETag(path), await ETag(path, "gzip"), await ETag(path, "br") };

        Assert.Equal(3, tags.Distinct(StringComparer.Ordinal).Count());
        using var response = await service.Get(path, HttpStatusCode.NotModified, ("Accept-Encoding", "gzip"), ("If-None-Match", tags[1]));
        using var other = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", "gzip"), ("If-None-Match", tags[0]));
        Assert.Equal("gzip", Service.Header(other, "Content-Encoding"));
    }

    [Fact]
    public async Task ETag_DiffersBetweenBodies()
    {
        string[] paths = ["/v1/faqs", "/v1/faqs?limit=2", "/v1/faqs?lang=fr", "/v1/faqs?include=contacts", "/v1/contacts"];
        var tags = await Task.WhenAll(paths.Select(p => ETag(p)));

        Assert.Equal(paths.Length, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ETag_ChangesWithItsRecordAndNotWithAnother()
    {
        await service.Given.Faq("changing", question: "Before?");
        await service.Given.Faq("staying");
        var (changing, staying, list) = (await ETag("/v1/faqs/changing"), await ETag("/v1/faqs/staying"), await ETag("/v1/faqs"));

        await service.Given.Execute("update faq_translation set question = 'After?' where question = @Before", new { Before = "Before?" });

        Assert.NotEqual(changing, await ETag("/v1/faqs/changing"));
        Assert.NotEqual(list, await ETag("/v1/faqs"));
        Assert.Equal(staying, await ETag("/v1/faqs/staying"));
    }

    private async Task<string> ETag(string path, string encoding = "identity")
    {
        using var response = await service.Get(path, HttpStatusCode.OK, ("Accept-Encoding", encoding));
        Assert.Equal(encoding == "identity" ? null : encoding, Service.Header(response, "Content-Encoding"));
        return Service.Header(response, "ETag")!;
    }

    [GeneratedRegex("^\"[!#-~]+\"$")]
    private static partial Regex StrongETag();
}
