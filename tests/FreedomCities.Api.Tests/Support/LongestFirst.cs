using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace FreedomCities.Api.Tests.Support;

/// <summary>Starts the collections that take longest before all others, so that none of them runs alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    // Those of 10 s and more: see what ./dev test prints.
    private static readonly string[] Longest =
    [
        "ProcessTests", "ScaleTests", "SlowReaderTests", "SlowSenderTests", "ClientTests", "ReadersPrivacyTests", "PlanTests",
        "ReplicaTests",
        "ManyWaitingTests", "DeadlineTests", "GapFreeTests", "AnyStringTests", "ResponseCacheTruthTests", "FreshnessTests",
        "ShutdownTests", "DeafInstanceTests", "DatabaseServerTests", "TelemetryTests", "RateLimitsTests", "HostileTextTests",
        "HomePageTests", "ElementTests", "ElementTroubleTests", "HostileAnswerTests", "FragmentTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
