using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>One question and its answer, in one language.</summary>
public sealed record Faq : IListed
{
    /// <summary>UUIDv7 (RFC 9562); never changes.</summary>
    /// <example>019ac000-0000-7000-8000-000000000001</example>
    public required Guid Id { get; init; }

    /// <summary>Permanent name in URLs; an earlier one answers 308.</summary>
    /// <example>is-there-a-local-aclu-office-in-my-area</example>
    public required string Slug { get; init; }

    /// <summary>The question, as plain text.</summary>
    /// <example>Is there a local ACLU office in my area?</example>
    public required string Question { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>The topics that it belongs to, in their order.</summary>
    public required TopicReference[] Topics { get; init; }

    /// <summary>The place whose law or offices it is about (ISO 3166-2, or a country's ISO 3166-1 code); null: any.</summary>
    /// <example>US-NM</example>
    public required string? Jurisdiction { get; init; }

    /// <summary>The resources that the answer links to, in its order; with include=resources whole.</summary>
    public ResourceReference[] Resources => WholeResources ?? ResourceReferences!;

    /// <summary>The contacts that the answer names, in its order; with include=contacts whole.</summary>
    public ContactReference[] Contacts => WholeContacts ?? ContactReferences!;

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Raised by one with every published edit of this language.</summary>
    /// <example>1</example>
    public required int Revision { get; init; }

    /// <summary>
    /// sha256- and, in lower-case hex, the SHA-256 of the canonical text in UTF-8: question, a blank line (two line feeds),
    /// answer.markdown.
    /// </summary>
    /// <example>sha256-5d12dcb84302042a7bd4f2de51442af32bf96cfc6936bda2ed2b1a1d3cd07e6c</example>
    public required string ContentHash { get; init; }

    /// <summary>When it was first published in this language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last major edit: a reader of the text before it would be wrong.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>The last edit of any kind, in any language.</summary>
    /// <example>2026-11-22T10:00:00Z</example>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal ResourceReference[]? ResourceReferences { get; init; }

    internal Resource[]? WholeResources { get; init; }

    internal ContactReference[]? ContactReferences { get; init; }

    internal Contact[]? WholeContacts { get; init; }

    internal string[] CursorKey { get; init; } = [];

    string[] IListed.CursorKey => CursorKey;

    string IInLanguage.ServedLanguage => Language.Served;
}

/// <summary>An answer in three forms of the same text.</summary>
public sealed record Answer
{
    /// <summary>CommonMark; links are http, https, mailto or tel, and a placeholder is its text alone.</summary>
    /// <example>The New Mexico ACLU affiliate’s main office is located in Albuquerque.</example>
    public required string Markdown { get; init; }

    /// <summary>HTML made of the Markdown: no raw HTML, no images, no script.</summary>
    /// <example>&lt;p&gt;The New Mexico ACLU affiliate’s main office is located in Albuquerque.&lt;/p&gt;</example>
    public required string Html { get; init; }

    /// <summary>Plain text.</summary>
    /// <example>The New Mexico ACLU affiliate’s main office is located in Albuquerque.</example>
    public required string Text { get; init; }
}
