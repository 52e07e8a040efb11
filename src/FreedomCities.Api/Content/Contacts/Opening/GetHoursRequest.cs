using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Content.Contacts.Opening;

/// <summary>Query parameters of a contact's opening hours.</summary>
/// <param name="At" example="2026-11-24T17:30:00Z">Time to compute for (RFC 3339). Default: now.</param>
public sealed record GetHoursRequest(Instant? At = null);
