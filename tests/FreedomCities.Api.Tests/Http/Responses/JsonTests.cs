using System.Text.Json;
using FreedomCities.Api.Content.Resources;

namespace FreedomCities.Api.Tests.Http.Responses;

public sealed class JsonTests
{
    [Fact]
    public void DocumentOfAnOlderVersion_IsReadWithoutItsNewMembers()
    {
        var resource = JsonSerializer.Deserialize<Resource>(
            """{"slug": "town-hall", "title": "Town hall", "event": {"date": "2017-03-11", "state": "past"}}""", FreedomCities.Api.Http.Responses.Json.Documents)!;

        Assert.Equal(("town-hall", new DateOnly(2017, 3, 11)), (resource.Slug, resource.Event!.Date));
        Assert.Null(resource.Event.Zone);
    }
}
