namespace FreedomCities.Api.Tests.Support;

/// <summary>The service over the real document.</summary>
public sealed class SeededService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => "seeded";
}
