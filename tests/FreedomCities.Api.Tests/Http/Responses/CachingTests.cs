namespace FreedomCities.Api.Tests.Http.Responses;

public sealed class CachingTests(SeededService service) : IClassFixture<SeededService>
{
    private const string PublicRead = "public, max-age=60, stale-while-revalidate=30, stale-if-error=86400";

    [Theory, MemberData(nameof(Routes.Data), MemberType = typeof(Routes))]
    public async Task PublicRead_MayBeCachedForAMinuteAndServedStaleOnErrors(string path)
    {
        using var response = await service.Get(path);

        Assert.Equal(PublicRead, Service.Header(response, "Cache-Control"));
    }

    [Fact]
    public async Task Redirect_MayBeCachedAsARead()
    {
        await service.Given.Faq("old-name");
        await service.Given.Renamed("faq", "old-name", "new-name");

        using var response = await service.Get("/v1/faqs/old-name", System.Net.HttpStatusCode.PermanentRedirect);

        Assert.Equal(PublicRead, Service.Header(response, "Cache-Control"));
    }

    [Theory, MemberData(nameof(Routes.Health), MemberType = typeof(Routes))]
    public async Task Health_IsNeverStored(string path)
    {
        using var response = await service.Get(path);

        Assert.Equal("no-store", Service.Header(response, "Cache-Control"));
    }

    [Theory, MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task EveryAnswer_VariesByEncodingOnce(string path)
    {
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            using var response = await service.Get(path, System.Net.HttpStatusCode.OK, ("Accept-Encoding", encoding));

            Assert.Single(response.Headers.Vary, "Accept-Encoding");
        }
    }
}
