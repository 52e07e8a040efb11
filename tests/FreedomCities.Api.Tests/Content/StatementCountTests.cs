namespace FreedomCities.Api.Tests.Content;

public sealed class StatementCountTests(ManyRecords service) : IClassFixture<ManyRecords>
{
    [Theory]
    [InlineData("/v1/faqs?limit=100")]
    [InlineData("/v1/faqs?limit=100&include=resources,contacts")]
    [InlineData("/v1/faqs?limit=100&sort=-updatedAt&topic=topic&updatedSince=2020-01-01T00:00:00Z")]
    [InlineData("/v1/resources?limit=100&topic=topic")]
    [InlineData("/v1/contacts?limit=100&kind=office")]
    [InlineData("/v1/faqs.jsonld")]
    [InlineData("/v1/feeds/faqs.atom")]
    [InlineData("/v1/contacts.geojson")]
    public async Task List_CostsOneStatementWhateverItsSize(string path) => Assert.Equal(1, await Statements(path));

    [Fact]
    public async Task FirstList_CostsNoMoreSinceTheKeyOfCursorsIsReadAtTheStart()
    {
        await using var second = new SecondInstance(service);
        await second.InitializeAsync();

        Assert.Equal(1, await Statements("/v1/faqs", second));
    }

    [Theory]
    [InlineData("/v1/faqs/faq-1?include=resources,contacts", 1)]
    [InlineData("/v1/contacts/contact-1", 1)]
    [InlineData("/v1/topics/topic", 1)]
    [InlineData("/v1/faqs/unknown", 2)]
    public async Task SingleRead_CostsOneStatementAndAnotherToExplainAnAbsence(string path, int statements) =>
        Assert.Equal(statements, await Statements(path));

    private Task<int> Statements(string path, Service? instance = null) =>
        SqlStatements.Count(service, async () => (await (instance ?? service).Send(HttpMethod.Get, path)).Dispose());
}

public sealed class ManyRecords(TestCluster cluster) : Service(cluster)
{
    protected override async Task Fill()
    {
        await Given.Topic("topic");
        await Given.Resource("resource-of-all");
        await Given.Contact("contact-of-all");
        foreach (var i in Enumerable.Range(1, 100))
        {
            await Given.Resource($"resource-{i}");
            await Given.Contact($"contact-{i}");
            await Given.Faq(
                $"faq-{i}",
                ["topic"],
                resources: [$"resource-{i}", "resource-of-all"],
                contacts: [$"contact-{i}", "contact-of-all"]);
        }
    }
}
