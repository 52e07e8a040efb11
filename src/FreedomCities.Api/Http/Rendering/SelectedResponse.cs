namespace FreedomCities.Api.Http.Rendering;

/// <summary>The response to one request: what <see cref="ResponseWriter"/> sends.</summary>
/// <param name="IsUnchanged">The client has it already: a 304.</param>
/// <param name="HasBody">Not for HEAD or a 304.</param>
/// <param name="Age">Of a response that is served stale because of an error (RFC 9111, section 5.1); null: it isn't.</param>
/// <param name="Lease">The memory that sending needs, until it is sent.</param>
internal sealed record SelectedResponse(
    RenderedResponse Response, ResponseVariant Variant, bool IsUnchanged, bool HasBody, TimeSpan? Age, IDisposable? Lease);
