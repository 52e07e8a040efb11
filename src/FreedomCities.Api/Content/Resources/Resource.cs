using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Content.Resources;

/// <summary>A resource, as an FAQ entry names it.</summary>
[JsonDerivedType(typeof(Resource))]
public record ResourceReference
{
    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    /// <example>people-power</example>
    [JsonPropertyOrder(-1)]
    public required string Slug { get; init; }

    /// <summary>What it is.</summary>
    /// <example>website</example>
    [AllowedValues("website", "guide", "policy", "video", "document")]
    [JsonPropertyOrder(-1)]
    public required string Kind { get; init; }

    /// <summary>Its title, as plain text.</summary>
    /// <example>People Power</example>
    [JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    /// <summary>Where it is (http or https); null: it has no link, or a placeholder.</summary>
    /// <example>https://peoplepower.org/</example>
    [JsonPropertyOrder(-1)]
    public required string? Url { get; init; }

    /// <summary>
    /// What is known of the link: placeholder: the source has a dead "#" instead of one; null: it never had a link of its own.
    /// </summary>
    /// <example>unchecked</example>
    [AllowedValues("ok", "redirected", "broken", "placeholder", "unchecked", null)]
    [JsonPropertyOrder(-1)]
    public required string? LinkState { get; init; }
}

/// <summary>Something that answers point to.</summary>
public sealed record Resource : ResourceReference, IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    /// <example>019ac000-0000-7000-8000-000000000003</example>
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>What it holds; null: not written.</summary>
    /// <example>null</example>
    public required string? Description { get; init; }

    /// <summary>When the link was last checked; null: never.</summary>
    /// <example>null</example>
    public required DateTimeOffset? LinkCheckedAt { get; init; }

    /// <summary>Slug of the resource that it is a part of; null: none.</summary>
    /// <example>null</example>
    public required string? Parent { get; init; }

    /// <summary>Order among the parts of its parent, from 1; null: it has no parent.</summary>
    /// <example>null</example>
    public required int? Position { get; init; }

    /// <summary>The event that it shows or announces; null: none.</summary>
    /// <example>null</example>
    public required ResourceEvent? Event { get; init; }

    /// <summary>The topics of the FAQ entries that link to it, or to its parent.</summary>
    public required TopicReference[] Topics { get; init; }

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    /// <example>1</example>
    public required int Revision { get; init; }

    /// <summary>sha256- and the SHA-256, in lower-case hex, of what the record itself states; changes whenever that does.</summary>
    /// <example>sha256-f0a4c1f7c6ac6f1c9c8d2b5f5a51f9d3a7be4a0d8ad3c2b1e0f9c8d7b6a59483</example>
    public required string ContentHash { get; init; }

    /// <summary>When it was first published in this language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last major edit: a reader of the record before it would be wrong.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}

/// <summary>When something takes or took place.</summary>
public sealed record ResourceEvent
{
    /// <summary>The day (RFC 3339 full-date).</summary>
    /// <example>2017-03-11</example>
    public required DateOnly Date { get; init; }

    /// <summary>Whether that day is over, in UTC.</summary>
    /// <example>past</example>
    [AllowedValues("past", "upcoming")]
    public required string State { get; init; }
}
