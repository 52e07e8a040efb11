namespace FreedomCities.Api.Http.Caching;

/// <summary>How a cached response may be served (RFC 9111, section 4.2; RFC 5861).</summary>
internal enum Freshness
{
    /// <summary>It is current.</summary>
    Fresh,

    /// <summary>It may be served while the current response is rendered.</summary>
    StaleWhileRevalidate,

    /// <summary>It may be served when the current response can't be rendered.</summary>
    StaleIfError,

    /// <summary>The cached response is too old and must not be served.</summary>
    Expired,
}
