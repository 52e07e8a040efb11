namespace FreedomCities.Api.Tests.Scale;

/// <summary>Where the first topology leaves its stopped cluster with the seed, for the others to copy.</summary>
public sealed class PreparedTopology : IAsyncDisposable
{
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "fc-scale-" + System.IO.Path.GetRandomFileName());

    public async ValueTask DisposeAsync() => await DataFolder.Execute("rm", "-rf", Path);
}
