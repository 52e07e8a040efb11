namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>SQL fragments that read the published texts of the records @Ids, as they are served when no language is requested.</summary>
internal static class TextSql
{
    /// <summary>Columns that all record types share.</summary>
    public const string Columns = """
        t.revision,
        t.content_hash,
        t.published_at,
        t.content_changed_at,
        r.updated_at,
        jsonb_build_object(
          'requested', null,
          'served', t.language,
          'fallback', false,
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
          'source', jsonb_build_object(
            'title', d.title, 'retrieved_at', d.retrieved_at, 'document_date', d.document_date, 'sha256', d.sha256
          )
        ) as trust
        """;

    public const string From = """
        from translation t
        join record r on r.id = t.record_id
        join source_document d on d.id = t.source_document_id
        """;

    public const string Where = """
        where t.record_id = any (@Ids)
          and t.status = 'published'
        order by t.record_id, t.language
        """;

    /// <summary>The languages in which a text shows other records: its own, the same without region, then any.</summary>
    public const string Languages = "array[lower(t.language), split_part(lower(t.language), '-', 1)]";
}
