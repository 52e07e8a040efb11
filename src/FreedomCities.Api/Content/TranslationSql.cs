using FreedomCities.Api.Http.Requests;
using Npgsql;
using NpgsqlTypes;

namespace FreedomCities.Api.Content;

/// <summary>SQL fragments that read a <c>record r</c> in the best language for the reader.</summary>
internal static class TranslationSql
{
    /// <summary>Columns from <see cref="Join"/> that all record types share.</summary>
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

    /// <summary>Joins the best published translation. Omits records without a published translation.</summary>
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

    /// <summary>Parameters of a statement that uses these fragments, plus others.</summary>
    public static NpgsqlParameter[] Parameters(Languages languages, params ReadOnlySpan<NpgsqlParameter> others) =>
    [
        new NpgsqlParameter<string?>("Requested", NpgsqlDbType.Text) { TypedValue = languages.Requested },
        new("Acceptable", languages.Acceptable),
        new("Languages", languages.Candidates),
        .. others,
    ];
}
