namespace FreedomCities.Api.Tests.Http;

/// <summary>The service over the real document, as it is configured by default: with its cache.</summary>
public sealed class CachingService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => TestCluster.Seeded;

    private protected override string[] Settings => ["--ResponseCacheMegabytes=64"];

    /// <summary>Takes the database away, as its users see it, or gives it back.</summary>
    internal async Task Away(bool isAway)
    {
        await Cluster.Superuser("postgres", $"alter database {DatabaseName} allow_connections {!isAway}");
        if (isAway)
        {
            await Cluster.Superuser("postgres", $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{DatabaseName}'");
        }
    }
}
