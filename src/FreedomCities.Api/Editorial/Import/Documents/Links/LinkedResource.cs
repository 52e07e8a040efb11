using FreedomCities.Api.Editorial.Import.Resources;

namespace FreedomCities.Api.Editorial.Import.Documents.Links;

/// <summary>The present data of a resource that is the target of a link.</summary>
internal sealed record LinkedResource
{
    public required string Target { get; init; }

    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string? Url { get; init; }

    public required string Title { get; init; }

    public string Kind { get; init; } = "document";

    public string Language { get; init; } = "";

    public string? Description { get; init; }

    public Guid? ParentId { get; init; }

    public string? ParentSlug { get; init; }

    public int? Position { get; init; }

    public string? EventDate { get; init; }

    public string? EventTime { get; init; }

    public string? EventZone { get; init; }

    /// <summary>The placeholder with an address.</summary>
    public ResourceContent Fill(string url) =>
        new(Kind, Title, Description, url, IsPlaceholder: true, ParentId, ParentSlug, Position,
            ContentEvent.Create(EventDate, EventTime, EventZone));
}
