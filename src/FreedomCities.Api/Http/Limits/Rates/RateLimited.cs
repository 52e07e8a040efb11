namespace FreedomCities.Api.Http.Limits.Rates;

/// <summary>The budget of a route.</summary>
internal sealed record RateLimited(Budget Budget);
