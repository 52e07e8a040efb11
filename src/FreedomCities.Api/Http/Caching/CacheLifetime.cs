namespace FreedomCities.Api.Http.Caching;

/// <summary>For how long a route's responses are cached, and what of a request they depend on.</summary>
internal enum CacheLifetime
{
    /// <summary>Until the content changes: by parameters and languages.</summary>
    Content,

    /// <summary>As long as the process runs.</summary>
    Process,

    /// <summary>As long as the process runs, whatever query and Accept say.</summary>
    ProcessForAnyQuery,
}
