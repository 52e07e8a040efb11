using System.Collections.Concurrent;

namespace FreedomCities.Api.Delivery.Search.Queries;

/// <summary>Results of repeated queries, only in memory. Each change of what is indexed clears it.</summary>
internal sealed class ResultCache
{
    private const int MaxCount = 500;

    private ConcurrentDictionary<string, SearchResults> _results = new(StringComparer.Ordinal);

    /// <summary>
    /// Take it before the index, and keep it until the search is done: results of an older index are then lost, not kept.
    /// </summary>
    public ConcurrentDictionary<string, SearchResults> Current => Volatile.Read(ref _results);

    public void Clear() => Volatile.Write(ref _results, new(StringComparer.Ordinal));

    /// <summary>Adds results. A full cache begins anew.</summary>
    public static void Add(ConcurrentDictionary<string, SearchResults> current, string key, SearchResults results)
    {
        if (current.Count >= MaxCount)
        {
            current.Clear();
        }

        current[key] = results;
    }
}
