using System.Collections.Concurrent;
using FreedomCities.Api.Database;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace FreedomCities.Api.Http;

/// <summary>
/// Keeps the finished answers of public reads until the content changes; when no database answers, until they are too old
/// (RFC 5861, section 4). Many who ask for the same at once cost one reading.
/// </summary>
internal sealed class ResponseCache(
    ContentChanges changes, ReadConnections reads, RateLimits limits, IServiceScopeFactory scopes, IResponseCompressionProvider compression, IConfiguration configuration) : IDisposable
{
    // Milliseconds.
    private const long MaxAge = 60_000; // then shows what time alone changes, like an event that becomes past
    private const long Grace = 500; // what was just replaced is served while it is read anew, at most twice in this time: nobody waits for others' publications
    private const long Deafness = 3_000; // a listener finds out within 2 s that it is alone: together 5
    private const long Pause = 1_000; // until a database that failed is asked again
    private const long InDoubt = -1; // version of what may be older than what was heard of: it is kept, and read again each time

    private readonly TimeSpan _deadline = configuration.Deadline();
    private readonly double _staleIfError = configuration.Seconds("StaleIfErrorSeconds", 0, 31_536_000).TotalMilliseconds;
    private readonly bool _isOn = configuration.Number("ResponseCacheMegabytes", 0, 100_000) > 0;
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = (long)configuration.Number("ResponseCacheMegabytes", 0, 100_000) * 1_000_000 });
    private readonly ConcurrentDictionary<string, Lazy<Task<CachedAnswer>>> _readings = new(StringComparer.Ordinal);
    private long _failed = long.MinValue / 2;

    /// <summary>Before all that a request may need: what is kept and current is sent at once.</summary>
    public Task SendKept(HttpContext http, RequestDelegate next) =>
        Key(http) is { } key && AtOnce(key, http) is { } kept && kept.IsAcceptable(http.Request) && limits.Admit(http) ? kept.Send(http, compression) : next(http);

    /// <summary>Reads what isn't kept, or not current, and keeps it.</summary>
    public async Task Apply(HttpContext http, RequestDelegate next)
    {
        if (Key(http) is { } key && await Answer(key, http, next) is var (answer, isStale) && answer.IsAcceptable(http.Request))
        {
            await answer.Send(http, compression, isStale);
        }
        else
        {
            await next(http);
        }
    }

    public void Dispose() => _answers.Dispose();

    private string? Key(HttpContext http) =>
        _isOn && HttpMethods.IsGet(http.Request.Method) ? http.GetEndpoint()?.Metadata.GetMetadata<CachedRoute>()?.Key(http) : null;

    private CachedAnswer? AtOnce(string key, HttpContext http)
    {
        var kept = _answers.Get<CachedAnswer>(key);
        return kept is null ? null : IsCurrent(kept) ? kept.Confirm() : IsInGrace(kept, http) && (kept.Age < Grace / 2 || _readings.ContainsKey(key)) ? kept : null;
    }

    private async ValueTask<(CachedAnswer Answer, bool IsStale)> Answer(string key, HttpContext http, RequestDelegate next)
    {
        var (kept, reading) = (_answers.Get<CachedAnswer>(key), Reading(key, Detached(http), next, changes.Version));
        if (kept is null || IsInGrace(kept, http))
        {
            return (kept ?? await reading.WaitAsync(http.RequestAborted), false);
        }

        var mayBeStale = kept.StaleFor < _staleIfError;
        try
        {
            return mayBeStale && Environment.TickCount64 - Volatile.Read(ref _failed) < Pause
                ? (kept, true)
                : (await reading.WaitAsync(_deadline / 2, http.RequestAborted), false);
        }
        catch (Exception e) when (mayBeStale && e is (NpgsqlException or TimeoutException))
        {
            Volatile.Write(ref _failed, Environment.TickCount64);
            return (kept, true);
        }
    }

    private bool IsCurrent(CachedAnswer kept) => kept.Version == changes.Version && kept.Age < MaxAge && changes.DeafFor < Deafness;

    // Not for who asks for what is current (no-cache, max-age=0: RFC 9111, section 5.2.1), as who was told of a change does.
    private bool IsInGrace(CachedAnswer kept, HttpContext http) => kept.StaleFor < Grace && changes.DeafFor < Deafness && http.Request.Headers.CacheControl.Count == 0;

    private async Task<CachedAnswer> Reading(string key, DefaultHttpContext request, RequestDelegate next, long heard)
    {
        var answer = await _readings.GetOrAdd(key, _ => new(() => Read(key, Detached(request), next))).Value;
        return answer.Version == InDoubt || answer.Version >= heard ? answer : await Reading(key, request, next, heard); // that one had begun before
    }

    private async Task<CachedAnswer> Read(string key, DefaultHttpContext request, RequestDelegate next)
    {
        await Task.Yield(); // who waits for it has his own time
        try
        {
            var kept = _answers.Get<CachedAnswer>(key);
            if (kept is not null && IsCurrent(kept))
            {
                return kept;
            }

            var answer = await Run(request, next);
            if (answer.Version == InDoubt && kept?.StaleFor < _staleIfError)
            {
                throw new TimeoutException(); // what is kept may be newer
            }

            if (answer.CanBeKept)
            {
                return _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Size });
            }

            _answers.Remove(key);
            return answer;
        }
        finally
        {
            _readings.TryRemove(key, out _);
        }
    }

    /// <summary>The same request, of nobody: it goes on when the client that was first goes away.</summary>
    private static DefaultHttpContext Detached(HttpContext http)
    {
        var (from, request) = (http.Request, new DefaultHttpContext());
        (request.Request.Method, request.Request.Path, request.Request.QueryString) = (from.Method, from.Path, from.QueryString);
        (request.Request.Headers.AcceptLanguage, request.Request.RouteValues) = (from.Headers.AcceptLanguage, new(from.RouteValues));
        request.SetEndpoint(http.GetEndpoint());
        return request;
    }

    private async Task<CachedAnswer> Run(DefaultHttpContext request, RequestDelegate next)
    {
        var (version, doubts) = (changes.Version, reads.Doubts);
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        using var end = new CancellationTokenSource(_deadline);
        request.RequestServices = scope.ServiceProvider;
        request.RequestAborted = end.Token;
        request.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(request);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new TimeoutException();
        }

        if (request.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            throw new TimeoutException(); // no answer: what is kept is better
        }

        Cors.Write(request);
        Headers.Write(request);
        return new CachedAnswer(request.Response, body.ToArray(), reads.Doubts == doubts ? version : InDoubt);
    }
}
