using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace FreedomCities.Api.Tests.Http.Requests;

public sealed class CursorTests(LongLists service) : IClassFixture<LongLists>
{
    [Theory]
    [InlineData("/v1/faqs?topic=topic-1&cursor={0}")]
    [InlineData("/v1/faqs?jurisdiction=US&cursor={0}")]
    [InlineData("/v1/faqs?sort=-updatedAt&cursor={0}")]
    [InlineData("/v1/faqs?include=resources&cursor={0}")]
    [InlineData("/v1/faqs?lang=es&cursor={0}")]
    [InlineData("/v1/topics?cursor={0}")]
    [InlineData("/v1/resources?cursor={0}")]
    [InlineData("/v1/contacts?cursor={0}")]
    public async Task CursorOfAnotherList_Returns400(string other) =>
        await service.Problem(
            other.Replace("{0}", await Cursor("/v1/faqs?limit=2"), StringComparison.Ordinal),
            HttpStatusCode.BadRequest,
            "invalid-cursor");

    [Fact]
    public async Task CursorOfAnotherNegotiatedLanguage_Returns400()
    {
        var cursor = await Cursor("/v1/faqs?limit=2");

        using var same = await service.Get($"/v1/faqs?cursor={cursor}", HttpStatusCode.OK, ("Accept-Language", "en-gb;q=0"));
        using var other = await service.Get($"/v1/faqs?cursor={cursor}", HttpStatusCode.BadRequest, ("Accept-Language", "es"));

        Assert.Equal("invalid-cursor", (await Service.ReadJson(other)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task TamperedCursor_Returns400WhereverItWasTouched()
    {
        var bytes = WebEncoders.Base64UrlDecode(await Cursor("/v1/faqs?limit=2"));
        foreach (var i in Enumerable.Range(0, bytes.Length))
        {
            byte[] tampered = [.. bytes];
            tampered[i] ^= 1;

            await Refused(WebEncoders.Base64UrlEncode(tampered));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("garbage")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Garbage_Returns400(string cursor) => await Refused(cursor);

    [Fact]
    public async Task CursorCutOrLengthened_Returns400()
    {
        var cursor = await Cursor("/v1/faqs?limit=2");

        await Refused(cursor[..^4]);
        await Refused(cursor + "AAAA");
        await Refused(cursor + "=");
        await Refused(new string('A', 4000));
    }

    [Fact]
    public async Task Limit_MayChangeOnTheWay()
    {
        var cursor = await Cursor("/v1/faqs?limit=2");

        Assert.Equal((await service.Slugs("/v1/faqs?limit=7"))[2..], await service.Slugs($"/v1/faqs?limit=5&cursor={cursor}"));
    }

    [Fact]
    public async Task Cursor_WorksOnAnotherInstance()
    {
        await using var second = new SecondInstance(service);
        await second.InitializeAsync();

        Assert.Equal(
            await service.Slugs($"/v1/faqs?cursor={await Cursor("/v1/faqs?limit=2")}"),
            await second.Slugs($"/v1/faqs?cursor={await Cursor("/v1/faqs?limit=2")}"));
    }

    private async Task Refused(string cursor) =>
        await service.Problem($"/v1/faqs?cursor={cursor}", HttpStatusCode.BadRequest, "invalid-cursor");

    private async Task<string> Cursor(string list)
    {
        var next = (await service.Json(list)).GetProperty("next").GetString()!;
        return QueryHelpers.ParseQuery(next[next.IndexOf('?', StringComparison.Ordinal)..])["cursor"]!;
    }
}
