namespace FreedomCities.Api.Http.Limits;

/// <summary>
/// The minimum rate at which a client takes a stream: 64 KB of content for each second of waiting for the client, measured over a minute of
/// waiting. Time for reading the database doesn't count.
/// </summary>
internal sealed class MinimumRate(TimeProvider clock)
{
    private const int BytesPerSecond = 64_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private TimeSpan _waited;
    private long _bytes;

    /// <summary>Sends bytes and waits for the client; false: it is too slow.</summary>
    public async Task<bool> Measure(Func<ValueTask> send, int bytes)
    {
        var begin = clock.GetTimestamp();
        await send();
        _waited += clock.GetElapsedTime(begin);
        _bytes += bytes;
        if (_waited < Window)
        {
            return true;
        }

        var isFastEnough = _bytes >= BytesPerSecond * _waited.TotalSeconds;
        (_waited, _bytes) = (TimeSpan.Zero, 0);
        return isFastEnough;
    }
}
