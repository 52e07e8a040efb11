namespace FreedomCities.Api.Http.Responses;

/// <summary>The Content-Security-Policy of a route's responses.</summary>
internal sealed record ContentSecurityPolicy(string Policy);
