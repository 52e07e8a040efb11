using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Topics;

/// <summary>What FAQ entries are grouped by.</summary>
public sealed record Topic : IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    public required string Slug { get; init; }

    /// <summary>The topic's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about; null: not written.</summary>
    public required string? Description { get; init; }

    /// <summary>Order of the topics, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>How many FAQ entries of it are published.</summary>
    public required int FaqCount { get; init; }

    public required Language Language { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// sha256- and, in lower-case hex, the SHA-256 of the canonical text in UTF-8: name, a blank line (two line feeds), description or
    /// nothing.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>The last edit of the topic itself, in any language.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}
