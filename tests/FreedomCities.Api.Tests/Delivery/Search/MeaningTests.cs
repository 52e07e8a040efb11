using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Search.Embeddings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomCities.Api.Tests.Delivery.Search;

/// <summary>English entries are found by what they mean, on the machine itself.</summary>
public sealed class MeaningTests(MeaningTests.Entries service) : IClassFixture<MeaningTests.Entries>
{
    private const string StoredSql = "select count(*)::int from embedding";

    [Theory]
    [InlineData("where can my kids go to class", "school")]
    [InlineData("how do I get my son back", "custody")]
    [InlineData("blood splashed on my face", "hiv")]
    public async Task QueryInOtherWords_FindsTheEntryFirst(string query, string slug)
    {
        await UntilEmbedded(service);

        Assert.Equal(slug, (await service.First(query, "&lang=en")).Text("slug"));
    }

    [Fact]
    public async Task SnippetWithoutAMatchingWord_IsTheClosestSentence()
    {
        await UntilEmbedded(service);
        var found = (await service.Search("reimbursement money", "&lang=en&types=faq")).GetProperty("items").EnumerateArray();
        var snippet = found.Single(f => f.Text("slug") == "moving").GetProperty("snippet");

        Assert.StartsWith("…The deposit comes back", snippet.Text("text"), StringComparison.Ordinal);
        Assert.Empty(snippet.GetProperty("highlights").EnumerateArray());
    }

    [Fact]
    public async Task QueriesThatWouldWaitTooLong_AreLeftToWords()
    {
        await UntilEmbedded(service);
        var encoder = service.Services.GetRequiredService<QueryEncoder>();
        var query = string.Join(' ', Enumerable.Repeat("school", 80));
        var encoding = Enumerable.Range(0, 60)
            .Select(_ => Task.Run(() => encoder.Encode(query, encoder.Model!, TestContext.Current.CancellationToken).AsTask()))
            .ToArray();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => service.First($"school {i}", "&lang=en")));

        Assert.All(results, r => Assert.Equal("school", r.Text("slug")));
        Assert.Contains(await Task.WhenAll(encoding), q => q is null);
        Assert.Contains(await Task.WhenAll(encoding), q => q is not null);
    }

    [Theory]
    [InlineData("where can my kids go to class", true)]
    [InlineData("school", true)]
    [InlineData("how do I reverse a linked list", false)]
    public async Task Confidence_FollowsTheMeaning(string query, bool isConfident)
    {
        await UntilEmbedded(service);

        Assert.Equal(isConfident, (await service.Search(query, "&lang=en")).GetProperty("confident").GetBoolean());
    }

    [Fact]
    public async Task QueryWithoutLanguage_IsReadAsItsWordsSay()
    {
        await UntilEmbedded(service);

        Assert.Equal("custody", (await service.First("how do I get my son back")).Text("slug"));
        Assert.False((await service.Search("como salvar mis recetas", "&lang=es")).GetProperty("confident").GetBoolean());
    }

    [Fact]
    public async Task IdenticalQuestion_IsFirstWithTheHighestScore()
    {
        await UntilEmbedded(service);

        var first = await service.First("May children attend school?", "&lang=en");
        Assert.Equal(("school", 1d), (first.Text("slug"), first.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task PublishedEntry_IsFoundByMeaningWithinASecond()
    {
        await UntilEmbedded(service);
        await service.Given.Faq("animals", question: "Are dogs and cats permitted in the building?", answer: "Pets may come along.");

        await service.Finds("can I bring my puppy", found => found is ["animals", ..], "&lang=en");
    }

    [Fact]
    public async Task RepeatedQuery_IsAnsweredTheSame()
    {
        await UntilEmbedded(service);
        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add((await service.Search("where can my kids go to class", "&lang=en")).GetRawText());
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task StoredVectors_AreUsedByAnotherInstanceAndGoWithTheirTexts()
    {
        await UntilEmbedded(service);
        await service.Given.Faq("gone", question: "Is this withdrawn soon?", answer: "It is.");
        await service.Finds("withdrawn soon", found => found is ["gone", ..]);
        await UntilEmbedded(service);
        var stored = await Count();
        await service.Given.Withdrawn("faq", "gone");

        await using var second = new SecondInstance(service);
        await second.InitializeAsync();
        await UntilEmbedded(second);

        await Eventually.Is(async () => await Count() == stored - 2, "the two vectors of the withdrawn entry are deleted");
        Assert.Equal("school", (await second.First("where can my kids go to class", "&lang=en")).Text("slug"));
    }

    [Fact]
    public async Task ModelThatIsNotSet_LeavesSearchByWords()
    {
        await using var second = new SecondInstance(service) { MoreSettings = ["--Search:Model=none"] };
        await second.InitializeAsync();

        Assert.Equal("school", (await second.First("attend school", "&lang=en")).Text("slug"));
        Assert.Equal(0, second.Services.GetRequiredService<DocumentEmbedder>().PendingCount);
    }

    [Fact]
    public async Task ModelThatCannotRun_LeavesSearchByWords()
    {
        var host = new ModelHost(
            new ServiceSettings(),
            _ => throw new DllNotFoundException("libonnxruntime"),
            service.Services.GetRequiredService<ILogger<ModelHost>>());

        Assert.Null(await host.Load());
        Assert.Null(host.Encoder);
    }

    [Fact]
    public void UnknownModel_StopsTheStart()
    {
        var failure = Assert.Throws<ConfigurationException>(
            () => ServiceSettings.Read(Program.Builder(["--Search:Model=gpt"]).Configuration));

        Assert.Equal("Search__Model must be minilm, arctic or none: it is 'gpt'.", failure.Message);
    }

    private static Task UntilEmbedded(Service service) => Eventually.Is(
        () => service.Services.GetRequiredService<DocumentEmbedder>().PendingCount == 0, "all entries have their vectors");

    private Task<int> Count() => service.Database.QueryFirst<int>(StoredSql, new { }, TestContext.Current.CancellationToken);

    public sealed class Entries(TestCluster cluster) : Service(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Faq("school", question: "May children attend school?", answer: "Every child may, whatever papers the family has.");
            await Given.Faq("custody", question: "When does the department return a boy to his family?", answer: "After a hearing.");
            await Given.Faq("hiv", question: "Who needs an HIV test?", answer: "Anyone who was exposed to bodily fluids of a patient.");
            string[] sentences =
            [
                "The owner walks through all rooms with the tenant, and both sign a list of the damage.",
                "Keys go to the front desk on the last day, together with the card for the garage and the mailbox.",
                "The deposit comes back within thirty days, without interest.",
                "Electricity and water are cancelled by the tenant, and the post office forwards letters for one year.",
            ];
            await Given.Faq("moving", question: "What happens when a tenant leaves an apartment?", answer: string.Join(' ', sentences));
            await Given.Faq("library", question: "How long may books be kept?", answer: "Three weeks.");
        }
    }
}
