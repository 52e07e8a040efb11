namespace FreedomCities.Api.Tests.Support;

/// <summary>The service over a database that no migration has seen.</summary>
public sealed class UnmigratedService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => TestCluster.Bare;

    protected override bool GetsReady => false;
}
