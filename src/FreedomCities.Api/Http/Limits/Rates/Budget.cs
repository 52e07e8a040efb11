namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>The rate limit that a request counts against.</summary>
internal enum Budget
{
    Reads,
    Search,
    Locate,
    None,
}
