namespace FreedomCities.Api.Http.Responses.Headers;

/// <summary>The Content-Security-Policy of a route's responses.</summary>
internal sealed record ContentSecurityPolicy(string Policy);
