using FreedomCities.Api.Database;

namespace FreedomCities.Api.Tests.Support;

/// <summary>The service when its database is away.</summary>
public sealed class StrandedService(TestCluster cluster) : Service(cluster)
{
    protected override bool GetsReady => false;

    private protected override Task<DatabaseServer> OpenDatabase() =>
        Task.FromResult(new DatabaseServer("Host=/nowhere;Username=freedomcities_app;Database=nothing", "Host=/nowhere", embedded: null));

    private protected override Task CloseDatabase() => Task.CompletedTask;
}
