namespace FreedomCities.Api.Http.Responses.Headers;

/// <summary>A route whose responses scripts of any origin may read.</summary>
internal sealed record CrossOrigin;
