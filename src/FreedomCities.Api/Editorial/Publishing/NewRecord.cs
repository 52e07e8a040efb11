namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>A record to create and publish in one language.</summary>
/// <param name="Slug">A slug that no record of its type has or had.</param>
internal sealed record NewRecord(Guid Id, string Slug, string Hash);
