namespace FreedomCities.Api.Http.Limits;

/// <summary>A route to which <see cref="ConcurrencyLimit"/> doesn't apply.</summary>
internal sealed record WithoutConcurrencyLimit;
