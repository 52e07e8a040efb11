using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Resources;
using FreedomCities.Api.Content.Topics;
using FreedomCities.Api.Http.Requests;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>FAQ entry: a question and its answer, in one language.</summary>
public sealed record Faq : IInLanguage
{
    /// <summary>Record id, a UUIDv7 (RFC 9562). Never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Current slug, the record's name in URLs. An earlier slug redirects to it (308).</summary>
    public required string Slug { get; init; }

    /// <summary>Question, as plain text.</summary>
    public required string Question { get; init; }

    /// <summary>Alternative wordings of the question, in the same language. Not part of `contentHash`.</summary>
    public required string[] Aliases { get; init; }

    /// <summary>Answer in Markdown, HTML and plain text.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Topics of the entry, in topic order.</summary>
    public required TopicReference[] Topics { get; init; }

    /// <summary>Jurisdiction that the entry is about: ISO 3166-2, or ISO 3166-1 for a country. Null: any.</summary>
    public required string? Jurisdiction { get; init; }

    /// <summary>Resources that the answer links to, in link order. Whole records with `include=resources`.</summary>
    public required ResourceReference[] Resources { get; init; }

    /// <summary>Contacts that the answer mentions, in order. Whole records with `include=contacts`.</summary>
    public required ContactReference[] Contacts { get; init; }

    public required Language Language { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Revision number in this language, from 1. Each published edit adds 1.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// `sha256-` and 64 lower-case hex digits: the SHA-256 of `question`, two line feeds and `answer.markdown`. See "Content hashes" in the
    /// description of the API.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Time of the first publication in this language (RFC 3339, UTC).</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Time of the last major edit in this language (RFC 3339, UTC). Earlier copies are wrong.</summary>
    public required DateTimeOffset ContentChangedAt { get; init; }

    /// <summary>Time of the last edit of any kind, in any language (RFC 3339, UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    string IInLanguage.ServedLanguage => Language.Served;
}
