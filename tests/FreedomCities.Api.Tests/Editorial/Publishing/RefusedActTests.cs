namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>An act that makes no sense is refused in words, and writes nothing.</summary>
public sealed class RefusedActTests(RefusedActTests.Records service) : RestoredDatabase<RefusedActTests.Records>(service)
{
    [Theory]
    [InlineData("nothing", null, null, "No record has or had the slug 'nothing'.")]
    [InlineData("entry", "topic", null, "No topic has or had the slug 'entry'.")]
    [InlineData("both", null, null, "'both' is a faq and a topic. Choose one with --type.")]
    [InlineData("withdrawn", null, null, "is not published")]
    [InlineData("draft", null, null, "is not published")]
    [InlineData("entry", null, "nothing", "No faq has or had the slug 'nothing'.")]
    [InlineData("entry", null, "topic", "No faq has or had the slug 'topic'.")]
    [InlineData("entry", null, "entry", "A record can't replace itself.")]
    [InlineData("entry", null, "withdrawn", "'withdrawn' is not published, so it can't be a replacement.")]
    [InlineData("entry", null, "draft", "'draft' is not published, so it can't be a replacement.")]
    public Task Withdrawal_IsRefused(string slug, string? type, string? replacedBy, string message) =>
        Service.Refuses(() => Service.Withdraw(slug, replacedBy: replacedBy, type: type), message);

    [Theory]
    [InlineData("nothing", "No record has or had the slug 'nothing'.")]
    [InlineData("both", "Choose one with --type.")]
    [InlineData("entry", "is not withdrawn: nothing to publish.")]
    [InlineData("draft", "is not withdrawn: nothing to publish.")]
    public Task Publication_IsRefused(string slug, string message) => Service.Refuses(() => Service.Publish(slug), message);

    [Theory]
    [InlineData("nothing", "new-name", "No record has or had the slug 'nothing'.")]
    [InlineData("both", "new-name", "Choose one with --type.")]
    [InlineData("entry", "entry", "The record already has the slug 'entry'.")]
    [InlineData("entry", "draft", "'draft' is or was the slug of another faq. Slugs are never reused: choose another one.")]
    [InlineData("contact", "locate", "'locate' is reserved for a route. Choose another slug.")]
    public Task NewName_IsRefused(string slug, string to, string message) => Service.Refuses(() => Service.Rename(slug, to), message);

    [Fact]
    public async Task SlugOfAnotherType_IsFree()
    {
        await Service.Withdraw("both", type: "topic");
        await Service.Rename("entry", "topic");

        Assert.Contains("topic", await Service.Slugs("/v1/faqs"));
        Assert.Contains("topic", await Service.Slugs("/v1/topics"));
        Assert.Contains("both", await Service.Slugs("/v1/faqs"));
        Assert.DoesNotContain("both", await Service.Slugs("/v1/topics"));
    }

    [Fact]
    public async Task TwoWithdrawalsAtOnce_AreOne()
    {
        var acts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => await Record.ExceptionAsync(() => Service.Withdraw("entry"))));

        Assert.Single(acts, e => e is null);
        Assert.All(acts.OfType<Exception>(), e => Assert.Contains("is not published", e.Message, StringComparison.Ordinal));
    }

    public sealed class Records(TestCluster cluster) : RestoredService(cluster)
    {
        protected override async Task Fill()
        {
            await Given.Faq("entry");
            await Given.Faq("withdrawn");
            await Given.Withdrawn("faq", "withdrawn");
            await Given.Faq("draft", status: "draft");
            await Given.Faq("both");
            await Given.Topic("both");
            await Given.Topic("topic");
            await Given.Contact("contact");
            await base.Fill();
        }
    }
}
