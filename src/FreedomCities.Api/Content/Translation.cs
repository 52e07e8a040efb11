using System.ComponentModel.DataAnnotations;
using FreedomCities.Api.Http;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Content;

/// <summary>Which language was served, and how far to trust it as a translation.</summary>
public sealed record Language
{
    /// <summary>What was asked for: lang, else the first range of Accept-Language (RFC 4647); null: nothing.</summary>
    public required string? Requested { get; init; }

    /// <summary>The language of this text (BCP 47).</summary>
    public required string Served { get; init; }

    /// <summary>True when what was requested isn't to be had, and another language is served instead.</summary>
    public required bool Fallback { get; init; }

    /// <summary>All languages that this record is published in.</summary>
    public required string[] Available { get; init; }

    /// <summary>Who wrote this text.</summary>
    [AllowedValues("human", "machine", "machine-reviewed")]
    public required string Origin { get; init; }

    /// <summary>outdated: the text that it was translated from has had a major change since.</summary>
    [AllowedValues("current", "outdated")]
    public required string Status { get; init; }
}

/// <summary>Who stands behind a text.</summary>
public sealed record Trust
{
    /// <summary>Whether a person has reviewed it since its last major change.</summary>
    [AllowedValues("unreviewed", "reviewed")]
    public required string Status { get; init; }

    /// <summary>When a person last reviewed it (RFC 3339); null: never.</summary>
    public required DateTimeOffset? LastReviewedAt { get; init; }

    /// <summary>In which role that person did, for example attorney; null: nobody has.</summary>
    public required string? ReviewedByRole { get; init; }

    /// <summary>When the next review is due; null: none is planned.</summary>
    public required DateTimeOffset? ReviewDueAt { get; init; }

    /// <summary>The day (RFC 3339 full-date) whose law the text describes; null: not stated.</summary>
    public required DateOnly? LawAsOf { get; init; }

    /// <summary>Where the text comes from.</summary>
    public required Source Source { get; init; }
}

/// <summary>Where a text comes from.</summary>
public sealed record Source
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>When this edition of it was first imported (RFC 3339).</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>SHA-256 of the imported document's bytes, in lower-case hex; null: the facts weren't in an imported document.</summary>
    public required string? Sha256 { get; init; }
}

/// <summary>The parts of a statement that read a <c>record r</c> in the language that suits the reader.</summary>
internal static class Translation
{
    /// <summary>Columns that all kinds of record share, from <see cref="Join"/>.</summary>
    public const string Columns = """
        t.revision,
        t.content_hash,
        t.published_at,
        t.content_changed_at,
        r.updated_at,
        jsonb_build_object(
          'requested', @Requested::text,
          'served', t.language,
          'fallback', @Requested::text is not null and lower(t.language) <> all (@Acceptable::text[]),
          'available', (
            select jsonb_agg(a.language order by a.language)
            from translation a
            where a.record_id = r.id
              and a.status = 'published'
          ),
          'origin', t.origin,
          'status', case when t.outdated then 'outdated' else 'current' end
        ) as language,
        jsonb_build_object(
          'status', case when t.last_reviewed_at is null then 'unreviewed' else 'reviewed' end,
          'last_reviewed_at', t.last_reviewed_at,
          'reviewed_by_role', t.reviewed_by_role,
          'review_due_at', t.review_due_at,
          'law_as_of', t.law_as_of,
          'source', jsonb_build_object('title', d.title, 'retrieved_at', d.retrieved_at, 'sha256', d.sha256)
        ) as trust
        """;

    /// <summary>Leaves out records that aren't published in any language.</summary>
    public const string Join = """
        cross join lateral (
          select
            t.language,
            t.origin,
            t.outdated,
            t.revision,
            t.content_hash,
            t.source_document_id,
            t.last_reviewed_at,
            t.reviewed_by_role,
            t.review_due_at,
            t.law_as_of,
            t.published_at,
            t.content_changed_at
          from translation t
          where t.record_id = r.id
            and t.status = 'published'
          order by array_position(@Languages::text[], lower(t.language)), t.language
          limit 1
        ) t
        join source_document d on d.id = t.source_document_id
        """;

    /// <summary>The parameters of a statement that is made with these parts, and others.</summary>
    public static NpgsqlParameter[] Parameters(Languages languages, params ReadOnlySpan<NpgsqlParameter> others) =>
    [
        new NpgsqlParameter<string?>("Requested", NpgsqlDbType.Text) { TypedValue = languages.Requested },
        new("Acceptable", languages.Acceptable),
        new("Languages", languages.Candidates),
        .. others,
    ];
}
