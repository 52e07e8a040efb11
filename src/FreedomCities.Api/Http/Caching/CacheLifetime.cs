namespace FreedomCities.Api.Http.Caching;

/// <summary>How long the responses of a route are cached, and what their cache key consists of.</summary>
internal enum CacheLifetime
{
    /// <summary>Until the content changes, by path, query and languages.</summary>
    Content,

    /// <summary>As long as the process runs, by path and query.</summary>
    Process,

    /// <summary>As long as the process runs, by path only: query and Accept have no effect.</summary>
    ProcessForAnyQuery,
}
