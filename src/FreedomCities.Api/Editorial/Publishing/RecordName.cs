using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>How an editor names a record.</summary>
/// <param name="Slug">Its current slug, or a former one.</param>
/// <param name="Type">One of <see cref="Vocabulary.RecordTypes"/>; null: any type.</param>
internal sealed record RecordName(string Slug, string? Type);
