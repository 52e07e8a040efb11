using System.Globalization;
using System.Text.Json;

namespace FreedomCities.Api.Tests.Content.Resources;

public sealed class GetResourceTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task Resource_HasEveryMember()
    {
        var resource = await service.Json("/v1/resources/people-power");

        Assert.Equal(
            [
                "id", "slug", "kind", "title", "url", "linkState", "description", "linkCheckedAt", "parent", "position", "event",
                "topics", "language", "trust", "revision", "contentHash", "publishedAt", "contentChangedAt", "updatedAt",
            ],
            resource.EnumerateObject().Select(m => m.Name));
        Assert.Equal("https://peoplepower.org/", resource.GetProperty("url").GetString());
        Assert.Equal("""[{"slug":"freedom-cities","name":"Freedom Cities"}]""", resource.GetProperty("topics").GetRawText());
        Assert.Equal(JsonValueKind.Null, resource.GetProperty("event").ValueKind);
    }

    [Fact]
    public async Task PartOfAGuide_HasNoLinkOfItsOwnAndTheGuidesTopics()
    {
        var policy = await service.Json("/v1/resources/no-facilitation-policy");

        Assert.Equal("freedom-cities-action-guide", policy.GetProperty("parent").GetString());
        Assert.Equal(2, policy.GetProperty("position").GetInt32());
        Assert.Equal(JsonValueKind.Null, policy.GetProperty("url").ValueKind);
        Assert.Equal(JsonValueKind.Null, policy.GetProperty("linkState").ValueKind);
        Assert.Equal("freedom-cities", policy.GetProperty("topics")[0].GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData(-1, "past")]
    [InlineData(1, "upcoming")]
    public async Task Event_IsPastWhenItsDayIsOver(int daysFromToday, string state)
    {
        var slug = state + "-event";
        var date = DateTime.UtcNow.AddDays(daysFromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await service.Given.Resource(slug, kind: "video", eventDate: date);

        var resource = await service.Json("/v1/resources/" + slug);

        Assert.Equal($$"""{"date":"{{date}}","time":null,"zone":"Etc/UTC","state":"{{state}}"}""", resource.GetProperty("event").GetRawText());
    }
}
