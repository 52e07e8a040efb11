using System.Text.RegularExpressions;
using FreedomCities.Api.Delivery.Locate.Places;

namespace FreedomCities.Api.Tests.Delivery.Locate;

/// <summary>What PostgreSQL does to locate among 40,000 contacts: read by its own log of plans.</summary>
public sealed partial class LocatePlanTests(ManyContacts service) : IClassFixture<ManyContacts>
{
    public static TheoryData<string> Places =>
    [
        "postalCode=75201", "postalCode=75201&limit=50", "postalCode=87102", "postalCode=10001", "postalCode=96898", "postalCode=99950",
        "county=48113", "county=35013", "state=TX", "state=WY", "state=AK", "state=HI", "lat=40.75&lon=-73.99", "lat=71.3&lon=-156.8",
        "lat=0&lon=0",
    ];

    [Theory, MemberData(nameof(Places))]
    public async Task Locate_ScansNoBigTable(string place)
    {
        var plans = await PlanLog.WithoutScans(service, "/v1/contacts/locate?" + place, "secret");

        Assert.All(
            Rows().Matches(plans),
            m => Assert.True(
                int.Parse(m.Groups["rows"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) <= 2000,
                $"{place} reads {m.Value}\n{plans}"));
    }

    [Fact]
    public async Task Texas_IsServedByThousandsOfWhomTheNearestAreFound()
    {
        var located = await service.Json("/v1/contacts/locate?postalCode=79936&limit=50");

        var distances = located.GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("reason").GetString()!.StartsWith("Serves TX", StringComparison.Ordinal))
            .Select(i => i.GetProperty("distanceKm").GetDouble())
            .ToArray();
        Assert.True(distances.Length > 0);
        Assert.Equal(distances.Order(), distances);
        Assert.InRange(distances[^1], 0, 50);
    }

    [GeneratedRegex(@"(?<=contact_reach .*actual [^)]*rows=)(?<rows>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();
}

public sealed class ManyContacts(TestCluster cluster) : Service(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PlanLog.Begin(this);
    }

    protected override async Task Fill()
    {
        await PostalCodes.Load(Server.Owner, CancellationToken.None);
        var contacts = await File.ReadAllTextAsync(Path.Combine(
            Repository.Root,
            "tests/FreedomCities.Api.Tests/Delivery/Locate/many-contacts.sql"));
        await Cluster.Superuser(DatabaseName, contacts.Replace("100004", "40004", StringComparison.Ordinal)); // ./dev bench locate has all
        await PlanLog.Prepare(this);
    }
}
