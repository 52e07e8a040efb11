namespace FreedomCities.Api.Content.Topics;

/// <summary>A topic, as other records name it.</summary>
public sealed record TopicReference
{
    /// <summary>The topic's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The topic's name.</summary>
    public required string Name { get; init; }
}
