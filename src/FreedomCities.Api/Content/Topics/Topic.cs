using FreedomCities.Api.Http;

namespace FreedomCities.Api.Content.Topics;

/// <summary>What FAQ entries are grouped by.</summary>
public sealed record Topic : IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    /// <example>019ac000-0000-7000-8000-000000000002</example>
    public required Guid Id { get; init; }

    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    /// <example>freedom-cities</example>
    public required string Slug { get; init; }

    /// <summary>The topic's name.</summary>
    /// <example>Freedom Cities</example>
    public required string Name { get; init; }

    /// <summary>What it is about; null: not written.</summary>
    /// <example>null</example>
    public required string? Description { get; init; }

    /// <summary>Order of the topics, from 1.</summary>
    /// <example>1</example>
    public required int Position { get; init; }

    /// <summary>How many FAQ entries of it are published.</summary>
    /// <example>5</example>
    public required int FaqCount { get; init; }

    public required Language Language { get; init; }

    /// <summary>The last edit of the topic itself, in any language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}

/// <summary>A topic, as other records name it.</summary>
public sealed record TopicReference
{
    /// <summary>The topic's slug.</summary>
    /// <example>freedom-cities</example>
    public required string Slug { get; init; }

    /// <summary>The topic's name.</summary>
    /// <example>Freedom Cities</example>
    public required string Name { get; init; }
}
