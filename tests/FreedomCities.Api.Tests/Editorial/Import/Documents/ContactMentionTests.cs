using System.Text.Json;
using FreedomCities.Api.Editorial.Import;

namespace FreedomCities.Api.Tests.Editorial.Import.Documents;

/// <summary>Answers that name contacts, each in a topic of its own.</summary>
public sealed class ContactMentionTests(ContactMentionTests.Library service) : IClassFixture<ContactMentionTests.Library>
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
              "phones": [{"number": "+15055550199", "extension": "0012", "display": "505-555-0199 x0012"}]},
            {"slug": "line", "kind": "office", "name": "Line", "affiliate": "libraries", "source": {"title": "A list"},
              "phones": [{"number": "988"}, {"number": "741741", "type": "text"}, {"number": "1-800-555-ACLU"}]}
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
        var (report, faq) = await Imported($"## Whom do I ask?\n\n{answer}");

        Assert.Contains($"    {line}\n", report, StringComparison.Ordinal);
        Assert.Equal(contact, string.Join(' ', faq.Referred("contacts")));
    }

    [Theory]
    [InlineData("Call 988.", "line", "988: line")]
    [InlineData("Text HOME to 741741.", "line", "741741: line")]
    [InlineData("[Call us](tel:988).", "line", "988: line")]
    [InlineData("Call 1-800-555-ACLU.", "line", "1-800-555-ACLU: line")]
    [InlineData("Call 800-555-2258.", "line", "800-555-2258: line")]
    public async Task ShortOrVanityNumber_RefersToTheContactThatHasIt(string answer, string contact, string line)
    {
        var (report, faq) = await Imported($"## Whom do I ask?\n\n{answer}");

        Assert.Contains($"    {line}\n", report, StringComparison.Ordinal);
        Assert.Equal(contact, string.Join(' ', faq.Referred("contacts")));
    }

    [Theory]
    [InlineData("Call (505) 555-0101.", "(505) 555-0101 is nearly (505) 555-0100 of desk")]
    [InlineData("Call 505.555.0010.", "505.555.0010 is nearly (505) 555-0100 of desk")]
    [InlineData("Call 505.555.0100.", "505.555.0100 is written (505) 555-0100 by desk")]
    [InlineData("Call 505-555-0199 x12.", "505-555-0199 x12 has another extension than 505-555-0199 x7 of loans")]
    public async Task NumberThatIsNearlyAContacts_IsReported(string answer, string line)
    {
        var (report, _) = await Imported($"## Whom do I ask?\n\n{answer}");

        Assert.Contains($"phone numbers that differ from a contact's: 1\n    {line}\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Call (505) 555-0100.")]
    [InlineData("[Call us](tel:+1-505-555-0100).")]
    [InlineData("Call (505) 777-0123.")]
    [InlineData("There are 988 seats.")]
    public async Task OtherNumber_IsNotReported(string answer)
    {
        var (report, _) = await Imported($"## Whom do I ask?\n\n{answer}");

        Assert.DoesNotContain("differ from", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralContacts_AreReferredToInTheOrderOfTheAnswer()
    {
        var (_, faq) = await Imported(
            "## Whom do I ask?\n\nCall 505-555-0199 x7, 505-555-0199 x0012, or desk@library.example, (505) 555-0100.");

        Assert.Equal(["loans", "cards", "desk"], faq.Referred("contacts"));
    }

    [Theory]
    [InlineData("Open 2017-03-11 to 2018-04-12, from 10 to 12.")]
    [InlineData("The number of the book is 978-3-16-148410-0.")]
    [InlineData("See https://library.example/505-555-0100 for more.")]
    [InlineData("Call 911.")]
    public async Task OtherNumbers_AreNoPhoneNumbers(string answer)
    {
        var (report, faq) = await Imported($"## When is it open?\n\n{answer}");

        Assert.Contains("e-mail addresses and phone numbers: 0", report, StringComparison.Ordinal);
        Assert.Empty(faq.Referred("contacts"));
    }

    private async Task<(string Report, JsonElement Faq)> Imported(string entry)
    {
        var topic = "library-" + Guid.NewGuid().ToString("N");
        var report = await service.Import($"# Library FAQ\n\n{entry}", new ImportOptions { Topic = topic });
        return (report, Assert.Single(await service.Items($"/v1/faqs?topic={topic}")));
    }

    public sealed class Library(TestCluster cluster) : Service(cluster)
    {
        protected override Task Fill() => this.ImportJson("contacts.json", Contacts);
    }
}
