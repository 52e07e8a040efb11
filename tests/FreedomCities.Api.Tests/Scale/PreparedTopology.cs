namespace FreedomCities.Api.Tests.Scale;

/// <summary>Folder in which the first topology leaves its seeded, stopped cluster. The other topologies copy it.</summary>
public sealed class PreparedTopology : IAsyncDisposable
{
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "fc-scale-" + System.IO.Path.GetRandomFileName());

    public async ValueTask DisposeAsync() => await DataFolder.Execute("rm", "-rf", Path);
}
