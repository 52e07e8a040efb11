using System.Collections.Concurrent;
using System.Diagnostics;

namespace FreedomCities.Api.Tests.Support;

/// <summary>What one request came to.</summary>
/// <param name="Status">0: there was no answer, for this reason.</param>
internal sealed record LoadAnswer(string Path, int Status, string? Age, string? RetryAfter, TimeSpan Took, string? Failure = null);

/// <summary>Clients that send requests continuously, and their responses.</summary>
/// <param name="path">Path to request, by the number of the request.</param>
/// <param name="instances">A client uses the first, and the next after `Connection: close`, as behind a load balancer.</param>
internal sealed class Load(Func<int, string> path, params HttpClient[] instances)
{
    /// <summary>A limit of requests for a network: all of a test's clients are one, and send more than the default allows.</summary>
    public const string Flood = "100000";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentQueue<LoadAnswer> _answers = [];
    private int _asked;

    public IReadOnlyCollection<LoadAnswer> Answers => _answers;

    /// <summary>So many clients ask one thing after the other until something is done.</summary>
    /// <param name="isPaced">Whether they pause between their requests, and leave the machine to others.</param>
    public async Task During(int clients, Func<Task> meanwhile, bool isPaced = true)
    {
        using var end = new CancellationTokenSource();
        var asking = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => Client(isPaced, end.Token))));
        try
        {
            await meanwhile();
        }
        finally
        {
            await end.CancelAsync();
            await asking;
        }
    }

    /// <summary>Asks so many things a second, whether what was asked before is answered or not.</summary>
    public async Task AtRate(double rate, TimeSpan time)
    {
        var asking = new List<Task>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await Task.Delay(1))
        {
            while (asking.Count < rate * clock.Elapsed.TotalSeconds)
            {
                asking.Add(Ask(instances[0]));
            }
        }

        await Task.WhenAll(asking);
    }

    /// <summary>Waits until there are so many more answers like this.</summary>
    public Task More(int count, Func<LoadAnswer, bool> isSo, string what)
    {
        var before = _answers.Count;
        return Eventually.Is(() => _answers.Skip(before).Count(isSo) >= count, what);
    }

    private async Task Client(bool isPaced, CancellationToken end)
    {
        for (var instance = 0; !end.IsCancellationRequested;)
        {
            instance = Math.Min(await Ask(instances[instance]) ? instance + 1 : instance, instances.Length - 1);
            await (isPaced ? Task.Delay(Pause, CancellationToken.None) : Task.CompletedTask);
        }
    }

    /// <returns>Whether the client is told to connect anew.</returns>
    private async Task<bool> Ask(HttpClient http)
    {
        var asked = path(Interlocked.Increment(ref _asked));
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await http.GetAsync(asked);
            _answers.Enqueue(new(
                asked,
                (int)answer.StatusCode,
                Service.Header(answer, "Age"),
                Service.Header(answer, "Retry-After"),
                clock.Elapsed));
            return answer.Headers.ConnectionClose == true;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            _answers.Enqueue(new(asked, 0, Age: null, RetryAfter: null, clock.Elapsed, e.ToString()));
            return false;
        }
    }
}
