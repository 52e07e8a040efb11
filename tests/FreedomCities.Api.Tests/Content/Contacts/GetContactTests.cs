using System.Text.Json;

namespace FreedomCities.Api.Tests.Content.Contacts;

public sealed class GetContactTests(SeededService service) : IClassFixture<SeededService>
{
    [Fact]
    public async Task Person_HasEveryMember()
    {
        var person = await service.Json("/v1/contacts/ana-moran");

        Assert.Equal(
            [
                "id", "slug", "kind", "name", "role", "description", "affiliate", "office", "email", "phones", "address",
                "location", "serves", "hours", "accessibility", "languages", "language", "trust", "revision", "contentHash", "publishedAt", "contentChangedAt", "updatedAt",
            ],
            person.EnumerateObject().Select(m => m.Name));
        Assert.Equal("""{"slug":"aclu-new-mexico","name":"ACLU of New Mexico","url":null}""", person.GetProperty("affiliate").GetRawText());
        Assert.Equal(
            """{"slug":"aclu-nm-albuquerque","name":"ACLU of New Mexico, main office"}""",
            person.GetProperty("office").GetRawText());
        Assert.Equal("amoran@aclu-nm.org", person.GetProperty("email").GetString());
        Assert.Equal(
            """[{"number":"+15052665915","country":null,"extension":"1012","display":"(505) 266-5915 ext. 1012","uri":"tel:+1-505-266-5915;ext=1012","type":"voice","instruction":null,"description":null,"verifiedAt":null}]""",
            person.GetProperty("phones").GetRawText());
        Assert.Equal(
            """{"city":"Albuquerque","state":"NM","county":"35001","latitude":35.08,"longitude":-106.65}""",
            person.GetProperty("location").GetRawText());
        Assert.Equal("""[{"kind":"state","code":"NM","name":"New Mexico"}]""", person.GetProperty("serves").GetRawText());
    }

    [Fact]
    public async Task Office_BelongsToNoOffice()
    {
        var office = await service.Json("/v1/contacts/aclu-nm-las-cruces");

        Assert.Equal("office", office.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, office.GetProperty("office").ValueKind);
        Assert.Equal("[]", office.GetProperty("phones").GetRawText());
    }

    [Fact]
    public async Task ContactWithoutPlace_HasNoLocation()
    {
        await service.Given.Contact("nowhere");

        Assert.Equal(JsonValueKind.Null, (await service.Json("/v1/contacts/nowhere")).GetProperty("location").ValueKind);
    }
}
