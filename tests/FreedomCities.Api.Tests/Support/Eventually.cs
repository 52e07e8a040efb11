namespace FreedomCities.Api.Tests.Support;

/// <summary>The one way for a test to wait: until a condition holds, with a limit that fails the test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // A condition that takes long is checked less and less often: most send a request.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    /// <param name="what">The condition in words, for the message of a failure.</param>
    public static Task Is(Func<bool> condition, string what) => Is(() => Task.FromResult(condition()), what);

    public static Task Is(Func<Task<bool>> condition, string what) => Is(condition, () => what);

    /// <param name="what">What is so instead, for the message of a failure.</param>
    public static async Task Is(Func<Task<bool>> condition, Func<string> what, TimeSpan? limit = null)
    {
        var longest = limit ?? Limit;
        using var end = new CancellationTokenSource(longest);
        for (var pause = ShortestPause; !await condition(); pause = Longer(pause))
        {
            Assert.False(end.IsCancellationRequested, $"Not within {longest.TotalSeconds} s: {what()}");
            await Task.Delay(pause, CancellationToken.None);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 > LongestPause ? LongestPause : pause * 2;
}
