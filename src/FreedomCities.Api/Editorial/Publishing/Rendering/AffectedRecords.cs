using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>A record to render.</summary>
/// <param name="CauseId">The changed record that this one shows, or that it is counted by. Null: it was changed itself.</param>
internal sealed record AffectedRecord(Guid Id, string Type, Guid? CauseId);

/// <summary>Takes the records from render_queue, and finds those whose documents show them.</summary>
internal static class AffectedRecords
{
    // Entries show topics, resources and contacts; resources the topics of the entries that link to them or to their parent; parts their
    // parent; persons their office. A topic counts its published entries.
    private const string TakeSql = """
        with taken as (
          delete from render_queue returning record_id, caused_by
        ),
        queued as (
          select distinct record_id, caused_by from taken
        ),
        own as (
          select record_id as id
          from queued
          where record_id = caused_by
        ),
        entry as (
          select ft.faq_id as id, o.id as cause_id
          from own o
          join faq_topic ft on ft.topic_id = o.id
        ),
        linked as (
          select fs.resource_id as id, e.cause_id
          from (select o.id, o.id as cause_id from own o union all select id, cause_id from entry) e
          join faq_resource fs on fs.faq_id = e.id
          union all
          select record_id, caused_by from queued
        ),
        counted as (
          select o.id
          from own o
          where exists (select from served s where s.record_id = o.id)
            <> exists (select from translation t where t.record_id = o.id and t.status = 'published')
        ),
        affected as (
          select id, cause_id from entry
          union all
          select id, cause_id from linked
          union all
          select part.id, l.cause_id from linked l join resource part on part.parent_id = l.id
          union all
          select ft.topic_id, c.id from counted c join faq_topic ft on ft.faq_id = c.id
          union all
          select fs.faq_id, o.id from own o join faq_resource fs on fs.resource_id = o.id
          union all
          select fc.faq_id, o.id from own o join faq_contact fc on fc.contact_id = o.id
          union all
          select person.id, o.id from own o join contact person on person.office_id = o.id
        )
        select
          r.id,
          r.type,
          case when not bool_or(a.id = a.cause_id) then (array_agg(a.cause_id order by a.cause_id))[1] end as cause_id
        from affected a
        join record r on r.id = a.id
        group by r.id
        order by bool_or(a.id = a.cause_id) desc, r.type, r.id
        """;

    public static Task<AffectedRecord[]> Take(NpgsqlConnection connection, CancellationToken ct) =>
        connection.Query<AffectedRecord>(TakeSql, new { }, ct);
}
