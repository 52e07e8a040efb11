namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>An e-mail address or phone number in an answer, and the contact that has it.</summary>
/// <param name="Doubt">What an editor should compare. Null: nothing.</param>
internal sealed record Mention(string Written, Guid? Contact, string? Slug, string? Doubt = null);
