using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>One question and its answer, in one language.</summary>
public sealed record Faq : IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    public required string Slug { get; init; }

    /// <summary>The question, as plain text.</summary>
    public required string Question { get; init; }

    /// <summary>Other ways that people ask the same, in the language of the question; no part of contentHash.</summary>
    public required string[] Aliases { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>The topics that it belongs to, in their order.</summary>
    public required TopicReference[] Topics { get; init; }

    /// <summary>The place whose law or offices it is about (ISO 3166-2, or a country's ISO 3166-1 code); null: any.</summary>
    public required string? Jurisdiction { get; init; }

    /// <summary>The resources that the answer links to, in its order; with include=resources whole.</summary>
    public ResourceReference[] Resources => WholeResources ?? ResourceReferences!;

    /// <summary>The contacts that the answer names, in its order; with include=contacts whole.</summary>
    public ContactReference[] Contacts => WholeContacts ?? ContactReferences!;

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// sha256- and, in lower-case hex, the SHA-256 of the canonical text in UTF-8: question, a blank line (two line feeds),
    /// answer.markdown.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was first published in this language.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last major edit: a reader of the text before it would be wrong.</summary>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal ResourceReference[]? ResourceReferences { get; init; }

    internal Resource[]? WholeResources { get; init; }

    internal ContactReference[]? ContactReferences { get; init; }

    internal Contact[]? WholeContacts { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}
