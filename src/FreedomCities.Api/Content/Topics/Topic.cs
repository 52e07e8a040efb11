using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content.Topics;

/// <summary>Topic that groups FAQ entries.</summary>
public sealed record Topic : IInLanguage
{
    /// <summary>Record id, a UUIDv7 (RFC 9562). Never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    public required string Slug { get; init; }

    /// <summary>Name of the topic, as plain text.</summary>
    public required string Name { get; init; }

    /// <summary>Description, as plain text. Null: none.</summary>
    public required string? Description { get; init; }

    /// <summary>Position among the topics, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Number of published FAQ entries in the topic.</summary>
    public required int FaqCount { get; init; }

    public required Language Language { get; init; }

    /// <summary>Revision number in this language, from 1. Each published edit adds 1.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// `sha256-` and 64 lower-case hex digits: the SHA-256 of `name`, two line feeds and `description` (empty when null). See "Content
    /// hashes" in the description of the API.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Time of the last edit of the topic itself, in any language (RFC 3339, UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    string IInLanguage.ServedLanguage => Language.Served;
}
