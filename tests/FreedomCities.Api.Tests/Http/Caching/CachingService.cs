namespace FreedomCities.Api.Tests.Http.Caching;

/// <summary>The service over the real document, whose readers take what is being revalidated, as most do.</summary>
public sealed class CachingService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => TestCluster.Seeded;

    // Hundreds of readers at once are one network.
    internal static readonly string[] Limits = [$"--RateLimits:Reads:Requests={Load.Flood}", $"--RateLimits:OpenRequests={Load.Flood}"];

    private protected override string[] Settings => Limits;

    private protected override bool DemandsTheCurrent => false;

    /// <summary>Takes the database away, as its users see it, or gives it back.</summary>
    internal async Task Away(bool isAway)
    {
        await Cluster.Superuser("postgres", $"alter database {DatabaseName} allow_connections {!isAway}");
        if (isAway)
        {
            await Cluster.Superuser(
                "postgres",
                $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{DatabaseName}'");
        }
    }
}

/// <summary>The same without the cache: what it is compared with.</summary>
public sealed class UncachedService(TestCluster cluster) : Service(cluster)
{
    protected override string Template => TestCluster.Seeded;

    private protected override string[] Settings => [.. CachingService.Limits, "--ResponseCacheMegabytes=0"];
}
