using System.Runtime.CompilerServices;

namespace FreedomCities.Api.Tests.Content;

/// <summary>What PostgreSQL does for every read when there are 20,000 records of a kind: read by its own log of plans.</summary>
public sealed class PlanTests(LargeDatabase service) : IClassFixture<LargeDatabase>
{
    private static readonly string[] Small = ["secret"];

    public static TheoryData<string> Lists =>
    [
        "/v1/faqs",
        "/v1/faqs?limit=100&include=resources,contacts",
        "/v1/faqs?topic=topic-1",
        "/v1/faqs?topic=topic-2",
        "/v1/faqs?topic=former-topic-9",
        "/v1/faqs?topic=unknown",
        "/v1/faqs?jurisdiction=US-NM",
        "/v1/faqs?jurisdiction=US-TX",
        "/v1/faqs?jurisdiction=US-AK",
        "/v1/faqs?updatedSince=2026-01-14T20:00:00Z",
        "/v1/faqs?updatedSince=2026-01-01T00:00:00Z",
        "/v1/faqs?updatedSince=2030-01-01T00:00:00Z",
        "/v1/faqs?slugs=faq-1,former-faq-2,faq-19999",
        "/v1/faqs?sort=-updatedAt",
        "/v1/faqs?sort=-updatedAt&topic=topic-1",
        "/v1/faqs?sort=-updatedAt&topic=topic-2",
        "/v1/faqs?sort=-updatedAt&jurisdiction=US-NM",
        "/v1/faqs?sort=-updatedAt&updatedSince=2026-01-14T20:00:00Z",
        "/v1/faqs?topic=topic-1&jurisdiction=US-NM&updatedSince=2026-01-02T00:00:00Z&lang=es",
        "/v1/topics",
        "/v1/resources",
        "/v1/resources?kind=policy",
        "/v1/resources?kind=video",
        "/v1/resources?kind=website",
        "/v1/resources?topic=topic-1",
        "/v1/resources?topic=topic-2",
        "/v1/resources?topic=unknown",
        "/v1/resources?linkState=unchecked",
        "/v1/resources?linkState=broken",
        "/v1/resources?linkState=redirected",
        "/v1/resources?parent=resource-500",
        "/v1/resources?parent=unknown",
        "/v1/resources?slugs=resource-1,former-resource-20",
        "/v1/resources?topic=topic-2&kind=policy&linkState=unchecked&lang=es",
        "/v1/contacts",
        "/v1/contacts?kind=office",
        "/v1/contacts?kind=person",
        "/v1/contacts?state=NM",
        "/v1/contacts?state=TX",
        "/v1/contacts?state=AK",
        "/v1/contacts?city=santa%20fe",
        "/v1/contacts?city=nowhere",
        "/v1/contacts?affiliate=affiliate-1",
        "/v1/contacts?affiliate=affiliate-2",
        "/v1/contacts?affiliate=unknown",
        "/v1/contacts?office=contact-500",
        "/v1/contacts?office=unknown",
        "/v1/contacts?slugs=contact-1,former-contact-2",
        "/v1/contacts?kind=person&state=TX&city=city%2012",
    ];

    public static TheoryData<string> Singles =>
    [
        "/v1/faqs/faq-12000", "/v1/faqs/faq-12000?include=resources,contacts", "/v1/faqs/former-faq-12", "/v1/faqs/faq-57",
        "/v1/faqs/unknown",
        "/v1/topics/topic-1", "/v1/topics/topic-2", "/v1/topics/former-topic-9", "/v1/topics/unknown",
        "/v1/resources/resource-500", "/v1/resources/resource-501", "/v1/resources/unknown",
        "/v1/contacts/contact-501", "/v1/contacts/unknown",
    ];

    [Theory, MemberData(nameof(Lists)), MemberData(nameof(Singles))]
    public async Task Read_ScansNoBigTable(string path) => await ScansNoBigTable(path);

    [Theory]
    [InlineData("/v1/faqs?limit=100")]
    [InlineData("/v1/faqs?limit=100&sort=-updatedAt")]
    [InlineData("/v1/faqs?limit=100&topic=topic-1")]
    [InlineData("/v1/faqs?limit=100&jurisdiction=US-TX")]
    [InlineData("/v1/resources?limit=100")]
    [InlineData("/v1/resources?limit=100&kind=policy")]
    [InlineData("/v1/contacts?limit=100")]
    [InlineData("/v1/contacts?limit=100&state=TX")]
    public async Task Cursor_DeepInTheListScansNoBigTable(string list)
    {
        for (var page = 0; page < 10; page++)
        {
            list = (await service.Json(list)).GetProperty("next").GetString()!;
        }

        await ScansNoBigTable(list);
    }

    private async Task ScansNoBigTable(string path)
    {
        var plans = await PlanLog.WithoutScans(service, path, Small);

        Assert.Contains("Query Text: ", plans, StringComparison.Ordinal);
    }
}

public sealed class LargeDatabase(TestCluster cluster) : Service(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PlanLog.Begin(this);
    }

    protected override async Task Fill()
    {
        await Cluster.Superuser(DatabaseName, await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(ThisFile())!, "large.sql")));
        await PlanLog.Prepare(this);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
