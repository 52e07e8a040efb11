namespace FreedomCities.Api.Tests.Support;

/// <summary>The one service over the real document for all classes that only read: its database refuses writes.</summary>
public sealed class SharedSeed(TestCluster cluster) : Service(cluster)
{
    public override async ValueTask InitializeAsync() => Share(await Cluster.ReadOnly());
}
