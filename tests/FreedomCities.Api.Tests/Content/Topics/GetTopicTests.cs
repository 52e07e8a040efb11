using System.Text.Json;

namespace FreedomCities.Api.Tests.Content.Topics;

public sealed class GetTopicTests(SharedSeed service) : IClassFixture<SharedSeed>
{
    [Fact]
    public async Task Topic_HasEveryMember()
    {
        var topic = await service.Json("/v1/topics/freedom-cities");

        Assert.Equal(
            ["id", "slug", "name", "description", "position", "faqCount", "language", "revision", "contentHash", "updatedAt"],
            topic.EnumerateObject().Select(m => m.Name));
        Assert.Equal("Freedom Cities", topic.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, topic.GetProperty("description").ValueKind);
        Assert.Equal(5, topic.GetProperty("faqCount").GetInt32());
    }
}
