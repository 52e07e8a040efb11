using FreedomCities.Api.Content;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Requests.Values.Places;

namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>How an editor names a record.</summary>
/// <param name="Slug">Its current slug, or a former one.</param>
/// <param name="Type">One of <see cref="Vocabulary.RecordTypes"/>; null: any type.</param>
internal sealed record RecordName(string Slug, string? Type);
