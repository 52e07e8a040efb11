namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>The present data of a resource that is the target of a link.</summary>
internal sealed record LinkedResource
{
    public required string Target { get; init; }

    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string? Url { get; init; }

    public required string Title { get; init; }
}
