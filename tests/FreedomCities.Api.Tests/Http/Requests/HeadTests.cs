namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class HeadTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    public static TheoryData<string> Answers =>
    [
        .. Routes.All.Select(r => r.Data),
        "/swagger", "/nothing", "/v1/faqs/nothing", "/v1/faqs?limit=0", "/problems/nothing",
    ];

    [Theory, MemberData(nameof(Answers))]
    public async Task Head_HasTheStatusAndHeadersOfGet(string path)
    {
        using var get = await service.Send(HttpMethod.Get, path);
        using var head = await service.Send(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
    }

    [Theory, MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task Head_HasTheLengthOfTheBodyThatGetSends(string path)
    {
        using var head = await service.Send(HttpMethod.Head, path);

        Assert.Equal((await service.Http.GetByteArrayAsync(path)).Length, head.Content.Headers.ContentLength);
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task Head_SendsNoBody(string path)
    {
        var answer = await service.Raw("HEAD " + path);

        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(answer.Length - 4, answer.IndexOf("\r\n\r\n", StringComparison.Ordinal));
    }

    private static string[] Headers(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => h.Key is not ("Date" or "Transfer-Encoding" or "RateLimit"))
            .Select(h => $"{h.Key}: {h.Value}")
            .Order(StringComparer.Ordinal),
    ];
}
