using System.Collections.Concurrent;

namespace FreedomCities.Api.Tests.Scale;

/// <summary>Readers who ask one address after the other, again and again, and count what fails.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _readers;
    private int _answers;

    /// <param name="each">How many ask at once.</param>
    public Readers(int each, params Uri[] addresses) =>
        _readers = [.. Enumerable.Range(0, each).Select(first => Task.Run(() => Read(addresses, first)))];

    public int Answers => Volatile.Read(ref _answers);

    public ConcurrentQueue<string> Failures { get; } = new();

    /// <summary>Waits until they have got so many answers more, in this time at least.</summary>
    public async Task More(int answers, TimeSpan time = default)
    {
        var (enough, since) = (Answers + answers, Environment.TickCount64);
        await Eventually.Is(() => Answers >= enough && Environment.TickCount64 - since >= time.TotalMilliseconds, $"{answers} answers");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_readers);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Read(Uri[] addresses, int first)
    {
        for (var i = first; !_stop.IsCancellationRequested; i++)
        {
            var address = addresses[i % addresses.Length];
            try
            {
                using var answer = await _http.GetAsync(address);
                if (!answer.IsSuccessStatusCode)
                {
                    Failures.Enqueue($"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                Failures.Enqueue($"{address}: {e.Message}");
            }

            Interlocked.Increment(ref _answers);
        }
    }
}
