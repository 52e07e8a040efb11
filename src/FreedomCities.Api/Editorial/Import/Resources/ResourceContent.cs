using System.Globalization;
using FreedomCities.Api.Content;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>A resource in one language.</summary>
internal sealed record ResourceContent(
    string Kind,
    string Title,
    string? Description,
    string? Url,
    bool IsPlaceholder,
    Guid? Parent = null,
    string? ParentSlug = null,
    int? Position = null,
    DateOnly? EventDate = null)
{
    public string? Day => EventDate?.ToString("O", CultureInfo.InvariantCulture);

    public string Hash => ContentHash.Compute(
        Kind, Title, Description, Url ?? (IsPlaceholder ? "#" : null), ParentSlug, Position?.ToString(CultureInfo.InvariantCulture), Day);
}
