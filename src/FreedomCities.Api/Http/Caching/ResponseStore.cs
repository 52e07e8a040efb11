using Microsoft.Extensions.Caching.Memory;

namespace FreedomCities.Api.Http.Caching;

/// <summary>
/// The cached responses, within so many bytes. Those that were requested once have a quarter of it (a segmented LRU): requests that nobody
/// repeats, like those for slugs that don't exist, push out nothing that is requested often.
/// </summary>
internal sealed class ResponseStore(long bytes) : IDisposable
{
    private const int Segments = 4;

    private readonly MemoryCache _probation = new(new MemoryCacheOptions { SizeLimit = bytes / Segments });
    private readonly MemoryCache _protected = new(new MemoryCacheOptions { SizeLimit = bytes - (bytes / Segments) });

    public RenderedResponse? Find(string key)
    {
        if (_protected.Get<RenderedResponse>(key) is { } response)
        {
            return response;
        }

        if (_probation.Get<RenderedResponse>(key) is { } requestedAgain)
        {
            Set(_protected, key, requestedAgain);
            if (_protected.TryGetValue(key, out _)) // which is full for a moment, now and then
            {
                _probation.Remove(key);
            }

            return requestedAgain;
        }

        return null;
    }

    public void Set(string key, RenderedResponse response)
    {
        var isLarge = response.Size > bytes / Segments / 2;
        Set(isLarge || _protected.TryGetValue(key, out _) ? _protected : _probation, key, response);
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

    private static void Set(MemoryCache segment, string key, RenderedResponse response) =>
        segment.Set(key, response, new MemoryCacheEntryOptions { Size = response.Size + (sizeof(char) * key.Length) });
}
