namespace FreedomCities.Api.Tests.Support;

/// <summary>The service over the real document, for a class that writes. One that only reads takes <see cref="SharedSeed"/>.</summary>
public sealed class SeededService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => TestCluster.Located;
}
