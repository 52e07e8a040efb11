using FreedomCities.Api.Database;

namespace FreedomCities.Api.Tests.Support;

/// <summary>Another instance of the service over the same database.</summary>
public sealed class SecondInstance(Service first) : Service(first.Cluster)
{
    private protected override Task<DatabaseServer> OpenDatabase() => Task.FromResult(first.Server);

    private protected override Task CloseDatabase() => Task.CompletedTask;
}
