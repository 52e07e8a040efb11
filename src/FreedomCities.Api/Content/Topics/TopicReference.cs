namespace FreedomCities.Api.Content.Topics;

/// <summary>Short form of a topic, as other records reference it.</summary>
public sealed record TopicReference
{
    /// <summary>Current slug of the topic.</summary>
    public required string Slug { get; init; }

    /// <summary>Name of the topic.</summary>
    public required string Name { get; init; }
}
