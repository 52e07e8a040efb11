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
    ContentEvent? Event = null)
{
    public string Hash => ContentHash.Compute(
        [
            Kind,
            Title,
            Description,
            Url ?? (IsPlaceholder ? "#" : null),
            ParentSlug,
            Position?.ToString(CultureInfo.InvariantCulture),
            Event?.Date,
            .. Clock,
        ]);

    // Without time and zone the hash is that of earlier versions of the service: their resources are unchanged.
    private string?[] Clock => Event is { Time: null, Zone: null } or null ? [] : [Event.Time, Event.Zone];
}
