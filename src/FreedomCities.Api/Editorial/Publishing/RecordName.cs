using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>What an editor calls a record.</summary>
/// <param name="Slug">Its slug, or an earlier one.</param>
/// <param name="Type">One of <see cref="Vocabulary.RecordTypes"/>; null: whatever has the slug.</param>
internal sealed record RecordName(string Slug, string? Type);
