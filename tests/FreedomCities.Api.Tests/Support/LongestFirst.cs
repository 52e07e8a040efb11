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
        "ProcessTests", "AnyStringTests", "SlowReaderTests", "SlowSenderTests", "ScaleTests", "TelemetryTests",
        "DatabaseServerTests", "CommandsTests", "ChangesTests", "FreshnessTests", "CSharpClientTests", "ReadersPrivacyTests",
        "PlanTests", "ResponseCacheTruthTests", "RequestTimeoutTests", "WaitingTests", "MetricsServerTests", "BootstrapTests",
        "RestoreTests", "ShutdownTests", "MainJobTests", "ReplicaTests", "ManyWaitingTests", "RateLimitsTests", "ElementTests",
        "ElementTroubleTests", "HostileTextTests", "HostileDocumentTests", "ContentTermsTests", "HomePageTests",
        "TypeScriptClientTests", "SwaggerUiTests", "AccessibilityTests", "SpectralTests", "SchemaVersionsTests", "SetupTests",
        "OperatorTests",
        "CachedOrNotTests", "CrowdedDocumentTests", "ElementAttributesTests", "JsonLdPageTests",
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
