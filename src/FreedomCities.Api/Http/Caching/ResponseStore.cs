using System.Collections.Concurrent;
using FreedomCities.Api.Http.Rendering;
using Microsoft.Extensions.Caching.Memory;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// The cached responses, up to a number of bytes; permanent ones don't count. Those that were requested once have a quarter of it (a
/// segmented LRU): requests that don't recur, like those for slugs that don't exist, evict no response that is requested often.
/// </summary>
internal sealed class ResponseStore(long bytes) : IDisposable
{
    private const int Segments = 4;

    private readonly MemoryCache _probation = new(new MemoryCacheOptions { SizeLimit = bytes / Segments });
    private readonly MemoryCache _protected = new(new MemoryCacheOptions { SizeLimit = bytes - (bytes / Segments) });
    private readonly ConcurrentDictionary<string, RenderedResponse> _permanent = new(StringComparer.Ordinal);

    public RenderedResponse? Find(string key, bool isPermanent = false) =>
        isPermanent ? _permanent.GetValueOrDefault(key) : FindInSegments(key);

    /// <returns>The response that is in the store now: a permanent one stays the first.</returns>
    public RenderedResponse Set(string key, RenderedResponse response)
    {
        if (response.Version == RenderedResponse.Permanent)
        {
            return _permanent.GetOrAdd(key, response);
        }

        var isLarge = response.Size > bytes / Segments / 2;
        Set(isLarge || _protected.TryGetValue(key, out _) ? _protected : _probation, key, response);
        return response;
    }

    public void Remove(string key)
    {
        _protected.Remove(key);
        _probation.Remove(key);
    }

    public void Dispose()
    {
        _protected.Dispose();
        _probation.Dispose();
    }

    private RenderedResponse? FindInSegments(string key)
    {
        if (_protected.Get<RenderedResponse>(key) is { } response)
        {
            return response;
        }

        if (_probation.Get<RenderedResponse>(key) is not { } requestedAgain)
        {
            return null;
        }

        Set(_protected, key, requestedAgain);
        if (_protected.TryGetValue(key, out _)) // the protected segment may be full until the cache compacts it
        {
            _probation.Remove(key);
        }

        return requestedAgain;
    }

    private static void Set(MemoryCache segment, string key, RenderedResponse response) =>
        segment.Set(key, response, new MemoryCacheEntryOptions { Size = response.Size + (sizeof(char) * key.Length) });
}
