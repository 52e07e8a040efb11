namespace FreedomCities.Api.Content.Contacts.Phones;

/// <summary>What a written number means.</summary>
/// <param name="Number">E.164, or the digits of a short code.</param>
/// <param name="Country">Country of the short code (ISO 3166-1 alpha-2). Null: the number is E.164.</param>
internal sealed record ParsedNumber(string Number, string? Extension, string? Country);
