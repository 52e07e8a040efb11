using System.Text;

namespace FreedomCities.Api.Tests.Editorial.Import;

public sealed class RefusedJsonTests(SeededService service) : IClassFixture<SeededService>
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{", "is not valid JSON")]
    [InlineData("null", "must not be null")]
    [InlineData("[]", "resources.json")]
    [InlineData("{}", "resources")]
    [InlineData("""{"resources": []}""", "must contain at least one resource")]
    [InlineData("""{"resources": null}""", "resources")]
    [InlineData("""{"resources": [null]}""", "a list contains null")]
    [InlineData("""{"resources": [{}]}""", "slug")]
    [InlineData("""{"contacts": []}""", "contacts: must contain at least one contact")]
    [InlineData("""{"affiliates": [], "contacts": []}""", "must contain at least one contact")]
    [InlineData(
        """{"affiliates": [], "contacts": [{"slug": "x", "kind": "office", "name": "X", "affiliate": "y", "source": {"title": "A list"}}]}""",
        "the affiliate 'y' of the office 'x' is not in the file")]
    [InlineData("""{"affiliates": [], "contacts": [null]}""", "a list contains null")]
    public Task OtherJson_IsRefused(string json, string message) =>
        service.Refuses("resources.json", Encoding.UTF8.GetBytes(json), message);

    [Theory]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": \"Cynthia Pompa\"", "contacts[2].slug: Must be a slug")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": \"ana-moran\"", "two contacts with the same slug: ana-moran")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": null", "slug")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": \"locate\"", "contacts[2].slug: is reserved for a route")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": \"cynthia-pompa\", \"slug\": \"cynthia-pompa\"", "slug")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"slug\": \"cynthia-pompa\", \"fax\": 1", "fax")]
    [InlineData("\"slug\": \"cynthia-pompa\"", "\"SLUG\": \"cynthia-pompa\"", "SLUG")]
    [InlineData("\"kind\": \"person\"", "\"kind\": \"member\"", "Must be one of: office, person")]
    [InlineData("\"name\": \"Cynthia Pompa\"", "\"name\": \" \"", "must have 1 to 300 characters")]
    [InlineData("\"name\": \"Cynthia Pompa\"", "\"name\": \"a\\u0000b\"", "Contains U+0000 or U+FFFE")]
    [InlineData("\"name\": \"Cynthia Pompa\"", "\"name\": \"a\\ufffeb\"", "Contains U+0000 or U+FFFE")]
    [InlineData("\"name\": \"Cynthia Pompa\"", "\"name\": \"a\\ud800b\"", "name")]
    [InlineData("\"office\": \"aclu-nm-las-cruces\",", "", "contacts[2].office: is required for a person")]
    [InlineData("\"office\": \"aclu-nm-las-cruces\"", "\"office\": \"nowhere\"", "the office 'nowhere' of 'cynthia-pompa' is unknown")]
    [InlineData("\"office\": \"aclu-nm-las-cruces\"", "\"office\": \"ana-moran\"", "the office 'ana-moran' of 'cynthia-pompa' is unknown")]
    [InlineData("\"affiliate\": \"aclu-new-mexico\",", "", "contacts[0].affiliate: is required for an office")]
    [InlineData("\"slug\": \"aclu-new-mexico\"", "\"slug\": \"another\"", "affiliates: must be the affiliates of the offices in this file")]
    [InlineData(
        "\"name\": \"ACLU of New Mexico\"",
        "\"name\": \"ACLU of New Mexico\", \"url\": \"nowhere\"",
        "must be an http or https URL")]
    [InlineData("+15753733789", "373-3789", "must be one number that can be dialled")]
    [InlineData("+15753733789", "+1575373378912345", "must be one number that can be dialled")]
    [InlineData("+15753733789", "575-373-3789 or 575-373-3790", "must be one number that can be dialled")]
    [InlineData("+15753733789", "575-373-3789 x302/x2303", "must be one number that can be dialled")]
    [InlineData("\"+15753733789\"", "\"+15753733789\", \"country\": \"USA\"", "must be two letters of ISO 3166-1")]
    [InlineData("\"+15753733789\"", "\"575-373-3789 x7\", \"extension\": \"8\"", "must be the extension in number")]
    [InlineData("\"+15753733789\"", "\"+15753733789\", \"extension\": \"12a\"", "must be 1 to 15 digits")]
    [InlineData("\"+15753733789\"", "\"+15753733789\", \"type\": \"tty\"", "Must be one of: voice, text, fax, cell, pager, video, textphone")]
    [InlineData(
        "\"+15753733789\"",
        "\"+15753733789\", \"display\": \"(575) 373-3790\"",
        "contacts[2].phones[0].display: must show the same number")]
    [InlineData("\"1012\"", "\"1013\", \"display\": \"(505) 266-5915 ext. 1012\"", "must show the same number and extension")]
    [InlineData("\"1012\"", "1012", "$.contacts[3].phones[0].extension, line ")]
    [InlineData("\"extension\": \"1012\"", "\"extension\": 1012", "extension")]
    [InlineData("\"phones\": [{ \"number\": \"+15753733789\"", "\"phones\": [null, { \"number\": \"+15753733789\"", "a list contains null")]
    [InlineData("cpompa@aclu-nm.org", "cpompa", "must be an e-mail address")]
    [InlineData("cpompa@aclu-nm.org", "cpompa@aclu\\u0000nm.org", "Contains U+0000 or U+FFFE")]
    [InlineData("\"state\": \"NM\"", "\"state\": \"nm\"", "must be two letters, for example NM")]
    [InlineData("\"county\": \"35001\"", "\"county\": \"1\"", "must be a FIPS code")]
    [InlineData("\"latitude\": 35.08", "\"latitude\": 90.01", "must be from -90 to 90")]
    [InlineData("\"latitude\": 35.08", "\"latitude\": 1e999", "must be from -90 to 90")]
    [InlineData("\"latitude\": 35.08, ", "", "must be given together with latitude")]
    [InlineData("\"code\": \"NM\"", "\"code\": \"New Mexico\"", "must be the two letters of a state")]
    [InlineData(
        "\"serves\": [",
        "\"serves\": [{ \"kind\": \"state\", \"code\": \"NM\", \"name\": \"Again\" }, ",
        "must not contain an area twice")]
    [InlineData("\"email\": \"cpompa@aclu-nm.org\"", "\"languages\": [\"Spanish!\"]", "Must be a BCP 47 language tag")]
    [InlineData("\"email\": \"cpompa@aclu-nm.org\"", "\"languages\": [null]", "a list contains null")]
    public Task ContactOutOfBounds_IsRefused(string from, string to, string message) => Refuses("contacts.json", message, from, to);

    [Theory]
    [InlineData("\"slug\": \"people-power\"", "\"slug\": \"people_power\"", "Must be a slug")]
    [InlineData("\"slug\": \"people-power\"", "\"slug\": \"redress-policy\"", "two resources with the same slug: redress-policy")]
    [InlineData("\"kind\": \"guide\"", "\"kind\": \"book\"", "Must be one of: website")]
    [InlineData("https://peoplepower.org/", "javascript:alert(1)", "must be an http or https URL")]
    [InlineData("https://peoplepower.org/", "https://", "must be an http or https URL")]
    [InlineData(
        "https://peoplepower.org/",
        "https://www.youtube.com/watch?v=8mR449w4Qmo",
        "people-power and resistance-training-town-hall have the same url")]
    [InlineData("\"eventDate\": \"2017-03-11\"", "\"eventDate\": \"11 March 2017\"", "eventDate")]
    [InlineData(
        "\"es\": { \"title\": \"People Power\"",
        "\"Spanish!\": { \"title\": \"People Power\"",
        "resources[0].translations: must have BCP 47 language tags")]
    [InlineData(
        "\"es\": { \"title\": \"People Power\"",
        "\"ES\": { \"title\": \"People Power\" }, \"es\": { \"title\": \"People Power\"",
        "must not contain a language twice")]
    [InlineData(
        "\"es\": { \"title\": \"People Power\"",
        "\"EN\": { \"title\": \"People Power\"",
        "a translation has the language of the file itself, EN")]
    [InlineData("\"es\": { \"title\": \"People Power\"", "\"es\": { \"title\": \" \"", "title: must have 1 to 300 characters")]
    [InlineData("\"es\": { \"title\": \"People Power\"", "\"fr\": null, \"es\": { \"title\": \"People Power\"", "must not be empty")]
    [InlineData(
        "\"es\": { \"title\": \"People Power\"",
        "\"es\": { \"url\": \"https://people.example/\", \"title\": \"People Power\"",
        "unknown member")]
    [InlineData("\"origin\": \"machine\"", "\"origin\": \"robot\"", "Must be one of: human, machine, machine-reviewed")]
    [InlineData("\"sha256\": \"b7a6", "\"sha256\": \"B7A6", "must be 64 lower-case hex digits")]
    [InlineData(
        "\"title\": \"Redress\"",
        "\"title\": \"Redress\", \"parts\": [{\"slug\": \"x\", \"kind\": \"policy\", \"title\": \"X\", \"source\": {\"title\": \"A "
            + "list\"}}]",
        "a part has no parts of its own")]
    public Task ResourceOutOfBounds_IsRefused(string from, string to, string message) => Refuses("resources.json", message, from, to);

    [Theory]
    [InlineData("\"aliases\": {", "\"aliases\": {}, \"more\": {", "unknown member")]
    [InlineData(
        "\"How do I get more information?\": [",
        "\"Who asks this?\": [\"who asks\"], \"How do I get more information?\": [",
        "no published entry has the question \"Who asks this?\"")]
    [InlineData(
        "\"How do I get more information?\"",
        "\"how do I get more information?\"",
        "no published entry has the question \"how do I get more information?\"")]
    [InlineData(
        "\"How do I get more information?\": [",
        "\"How do I get more information?\": null, \"x\": [",
        "aliases[4]: \"How do I get more information?\": must not be null.")]
    [InlineData("\"who can I contact\"", "null", "a list contains null")]
    [InlineData("\"who can I contact\"", "1", "the value has the wrong type")]
    [InlineData("\"who can I contact\"", "\" \"", "an alias must have 1 to 500 characters")]
    [InlineData("\"who can I contact\"", "\"who\\u0000\"", "Contains U+0000 or U+FFFE")]
    [InlineData("\"who can I contact\"", "\"who\\ufffe\"", "Contains U+0000 or U+FFFE")]
    [InlineData("\"who can I contact\"", "\"What is your PHONE number\"", "occurs twice")]
    [InlineData("\"who can I contact\"", "\"  how do I get MORE information? \"", "is the question itself")]
    [InlineData("\"How do I get more information?\": [", "\"Is there a local ACLU office in my area?\": [", "aliases")]
    public Task AliasesOutOfBounds_AreRefused(string from, string to, string message) => Refuses("aliases.json", message, from, to);

    [Theory]
    [InlineData("""{"aliases": {}}""", "must contain at least one question")]
    [InlineData("""{"aliases": null}""", "aliases")]
    [InlineData("""{"aliases": []}""", "aliases")]
    public Task AliasesOfNothing_AreRefused(string json, string message) =>
        service.Refuses("aliases.json", Encoding.UTF8.GetBytes(json), message);

    [Fact]
    public Task AliasOutOfLength_IsRefused() =>
        Refuses("aliases.json", "an alias must have 1 to 500 characters", "who can I contact", new string('a', 501));

    [Fact]
    public Task MoreThanFiftyAliases_AreRefused() =>
        Refuses(
            "aliases.json",
            "there are more than 50 aliases",
            "\"who can I contact\"",
            string.Join(", ", Enumerable.Range(1, 50).Select(i => $"\"way {i}\"")));

    [Fact]
    public Task TitleOutOfBounds_IsRefused() =>
        Refuses("resources.json", "must have 1 to 300 characters", "\"title\": \"Redress\"", $"\"title\": \"{new string('a', 301)}\"");

    [Fact]
    public Task UrlOutOfBounds_IsRefused() =>
        Refuses(
            "resources.json",
            "must be an http or https URL",
            "https://peoplepower.org/",
            "https://peoplepower.org/" + new string('a', 2000));

    [Fact]
    public Task DeepNesting_IsRefused() =>
        service.Refuses("contacts.json", Encoding.UTF8.GetBytes(new string('[', 10_000)), "is not valid JSON");

    private Task Refuses(string name, string message, string from, string to)
    {
        var seed = EmbeddedFiles.Text("seed/" + name);
        Assert.Contains(from, seed, StringComparison.Ordinal);
        return service.Refuses(name, Encoding.UTF8.GetBytes(seed.Replace(from, to, StringComparison.Ordinal)), message);
    }
}
