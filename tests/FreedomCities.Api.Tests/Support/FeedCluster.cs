namespace FreedomCities.Api.Tests.Support;

/// <summary>
/// A second cluster, for tests that follow the feed of changes: an open transaction anywhere in a cluster holds back every feed of it,
/// so none may stay open here for long but a test's own. It starts when the first test needs it.
/// </summary>
public sealed class FeedCluster : TestCluster
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;
}
