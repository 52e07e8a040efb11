namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>Contacts are found by what people know of them.</summary>
public sealed class ContactSearchTests(ContactSearchTests.Office service) : IClassFixture<ContactSearchTests.Office>
{
    [Theory]
    [InlineData("988")]
    [InlineData("741741")]
    [InlineData("text HOME")]
    [InlineData("800-555-2258")]
    [InlineData("1-800-555-ACLU")]
    [InlineData("Central Avenue")]
    [InlineData("wheelchair")]
    [InlineData("appointment")]
    public async Task Office_IsFound(string words) =>
        Assert.Equal(["lines"], await service.Slugs($"/v1/search?types=contact&q={Uri.EscapeDataString(words)}"));

    public sealed class Office(TestCluster cluster) : Service(cluster)
    {
        protected override Task Fill() => this.ImportJson("contacts.json", """
            {
              "affiliates": [{ "slug": "friends", "name": "Friends" }],
              "contacts": [{
                "slug": "lines", "kind": "office", "name": "Lines", "affiliate": "friends",
                "phones": [
                  { "number": "988" }, { "number": "741741", "type": "text", "instruction": "Text HOME" }, { "number": "1-800-555-ACLU" }
                ],
                "address": { "street": "1 Central Avenue" }, "hours": { "text": "By appointment" }, "accessibility": "Wheelchair ramp",
                "source": { "title": "A list" }
              }]
            }
            """);
    }
}
