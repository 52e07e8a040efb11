using FreedomCities.Api.Http.Rendering;

namespace FreedomCities.Api.Http.Caching;

/// <summary>What a request finds in the cache, for the rest of the pipeline.</summary>
/// <param name="Cached">Null: a miss.</param>
/// <param name="Freshness">Expired: a miss.</param>
internal sealed record CacheLookup(CachedRoute Route, string Key, RenderedResponse? Cached, Freshness Freshness);
