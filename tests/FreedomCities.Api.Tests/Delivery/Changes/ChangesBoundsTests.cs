using System.Net;

namespace FreedomCities.Api.Tests.Delivery.Changes;

public sealed class ChangesBoundsTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("wait=-1", "wait")]
    [InlineData("wait=31", "wait")]
    [InlineData("wait=1.5", "wait")]
    [InlineData("types=faq,person", "types")]
    [InlineData("lang=e", "lang")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("wait=1&wait=1", "wait")]
    [InlineData("limit=0&wait=31&types=x", "wait", "types", "limit")]
    public async Task WrongParameter_IsNamed(string query, params string[] parameters) =>
        await service.Problem($"/v1/changes?{query}", HttpStatusCode.BadRequest, "invalid-request", parameters);
}
