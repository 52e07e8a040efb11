using System.Text.Json;

namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class ContactMentionTests(TestCluster cluster) : Service(cluster)
{
    private const string Contacts = """
        {
          "affiliates": [{"slug": "libraries", "name": "Libraries"}],
          "contacts": [
            {"slug": "desk", "kind": "office", "name": "Desk", "affiliate": "libraries", "source": {"title": "A list"},
              "email": "Desk@library.example", "phones": [{"number": "+15055550100", "display": "(505) 555-0100"}]},
            {"slug": "loans", "kind": "person", "name": "Loans", "office": "desk", "source": {"title": "A list"},
              "phones": [{"number": "+15055550199", "extension": "7", "display": "505-555-0199 x7"}]},
            {"slug": "cards", "kind": "person", "name": "Cards", "office": "desk", "source": {"title": "A list"},
              "phones": [{"number": "+15055550199", "extension": "0012", "display": "505-555-0199 x0012"}]}
          ]
        }
        """;

    [Theory]
    [InlineData("Write to desk@library.example.", "desk", "desk@library.example: desk")]
    [InlineData("Write to <desk@library.example>.", "desk", "desk@library.example: desk")]
    [InlineData("[Write to us](mailto:desk@library.example?subject=Books).", "desk", "desk@library.example: desk")]
    [InlineData("Call (505) 555-0100.", "desk", "(505) 555-0100: desk")]
    [InlineData("Call 505-555-0100, or come.", "desk", "505-555-0100: desk")]
    [InlineData("Call 505.555.0100.", "desk", "505.555.0100: desk")]
    [InlineData("Call 1-505-555-0100.", "desk", "1-505-555-0100: desk")]
    [InlineData("Call +1 505 555 0100.", "desk", "+1 505 555 0100: desk")]
    [InlineData("[Call us](tel:+1-505-555-0100).", "desk", "+1-505-555-0100: desk")]
    [InlineData("[Call us](tel:+1-505-555-0199;ext=7).", "loans", "+1-505-555-0199;ext=7: loans")]
    [InlineData("Call (505) 555-0100 or desk@library.example.", "desk", "(505) 555-0100: desk")]
    [InlineData("Call 505-555-0199 ext. 7.", "loans", "505-555-0199 ext. 7: loans")]
    [InlineData("Call 505-555-0199, extension 0012.", "cards", "505-555-0199, extension 0012: cards")]
    [InlineData("Llame al 505-555-0199 extensión 7.", "loans", "505-555-0199 extensión 7: loans")]
    [InlineData("Call 505-555-0199 x12.", "", "505-555-0199 x12: unknown")]
    [InlineData("Call 505-555-0199.", "", "505-555-0199: unknown")]
    [InlineData("Call (505) 555-0123.", "", "(505) 555-0123: unknown")]
    [InlineData("Write to nobody@library.example.", "", "nobody@library.example: unknown")]
    public async Task AddressInAnAnswer_RefersToTheContactThatHasIt(string answer, string contact, string line)
    {
        await this.ImportJson("contacts.json", Contacts);

        var report = await this.Import($"# Library FAQ\n\n## Whom do I ask?\n\n{answer}");

        Assert.Contains($"    {line}\n", report, StringComparison.Ordinal);
        Assert.Equal(contact, string.Join(' ', Assert.Single(await this.Items("/v1/faqs")).Referred("contacts")));
    }

    [Fact]
    public async Task SeveralContacts_AreReferredToInTheOrderOfTheAnswer()
    {
        await this.ImportJson("contacts.json", Contacts);

        await this.Import("# Library FAQ\n\n## Whom do I ask?\n\nCall 505-555-0199 x7, 505-555-0199 x0012, or desk@library.example, (505) 555-0100.");

        Assert.Equal(["loans", "cards", "desk"], Assert.Single(await this.Items("/v1/faqs")).Referred("contacts"));
    }

    [Theory]
    [InlineData("Open 2017-03-11 to 2018-04-12, from 10 to 12.")]
    [InlineData("The number of the book is 978-3-16-148410-0.")]
    [InlineData("See https://library.example/505-555-0100 for more.")]
    [InlineData("Call 911.")]
    public async Task OtherNumbers_AreNoPhoneNumbers(string answer)
    {
        var report = await this.Import($"# Library FAQ\n\n## When is it open?\n\n{answer}");

        Assert.Contains("e-mail addresses and phone numbers: 0", report, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, Assert.Single(await this.Items("/v1/faqs")).GetProperty("contacts").ValueKind);
    }
}
