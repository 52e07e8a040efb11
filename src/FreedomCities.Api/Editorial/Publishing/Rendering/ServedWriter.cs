using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Editorial.Publishing.Rendering;

/// <summary>Writes rendered documents to the table served, and to the change feed each one that differs from the stored one.</summary>
internal static class ServedWriter
{
    private const string WriteSql = """
        with given as (
          select * from unnest(@Ids, @Languages, @Documents, @Hashes) as g (record_id, language, document, hash)
        ),
        former as (
          select s.record_id, s.language, s.slug, s.hash, s.position, s.revision
          from served s
          where s.record_id = any (@Affected)
        ),
        removed as (
          delete from served s
          where s.record_id = any (@Affected)
            and not exists (select from given g where g.record_id = s.record_id and g.language = s.language)
          returning s.record_id, s.language, s.type
        ),
        written as (
          insert into served as s (
            record_id, language, type, slug, document, hash, revision, is_first, updated_at, changes_at, slugs, topics, parents, resources,
            contacts, position, family, place, jurisdiction, kind, link_state, state, city, affiliate
          )
          select
            r.id,
            t.language,
            r.type,
            r.slug,
            g.document,
            g.hash,
            t.revision,
            not exists (
              select
              from translation a
              where a.record_id = r.id
                and a.status = 'published'
                and a.language < t.language
            ),
            r.updated_at,
            case when ends.at > @Now then ends.at end,
            array(select h.slug from slug_history h where h.record_id = r.id order by h.slug),
            array(
              select h.slug
              from slug_history h
              where h.record_id = any (array(
                select ft.topic_id
                from faq_topic ft
                where ft.faq_id = f.id
                union all
                select ft.topic_id
                from faq_resource fs
                join translation fl on fl.record_id = fs.faq_id and fl.language = fs.language and fl.status = 'published'
                join faq_topic ft on ft.faq_id = fs.faq_id
                where fs.resource_id in (e.id, e.parent_id)
              ))
              order by h.slug
            ),
            array(select h.slug from slug_history h where h.record_id in (e.parent_id, c.office_id) order by h.slug),
            array(
              select fs.resource_id
              from faq_resource fs
              where fs.faq_id = f.id
                and fs.language = t.language
              order by fs.position
            ),
            array(
              select fc.contact_id
              from faq_contact fc
              where fc.faq_id = f.id
                and fc.language = t.language
              order by fc.position
            ),
            coalesce(f.position, p.position),
            e.family,
            e.place,
            f.jurisdiction,
            coalesce(e.kind, c.kind),
            e.link_state,
            c.state,
            lower(c.city),
            a.slug
          from given g
          join record r on r.id = g.record_id
          join translation t on t.record_id = g.record_id and t.language = g.language
          left join faq f on f.id = r.id
          left join topic p on p.id = r.id
          left join resource e on e.id = r.id
          left join contact c on c.id = r.id
          left join affiliate a on a.id = c.affiliate_id
          left join lateral (select event_end(e.event_date, find_event_zone(e.id)) as at) ends on e.event_date is not null
          on conflict (record_id, language) do update
          set slug = excluded.slug,
              document = excluded.document,
              hash = excluded.hash,
              revision = excluded.revision,
              is_first = excluded.is_first,
              updated_at = excluded.updated_at,
              changes_at = excluded.changes_at,
              slugs = excluded.slugs,
              topics = excluded.topics,
              parents = excluded.parents,
              resources = excluded.resources,
              contacts = excluded.contacts,
              position = excluded.position,
              family = excluded.family,
              place = excluded.place,
              jurisdiction = excluded.jurisdiction,
              kind = excluded.kind,
              link_state = excluded.link_state,
              state = excluded.state,
              city = excluded.city,
              affiliate = excluded.affiliate
          where s.* is distinct from excluded.*
          returning s.record_id, s.language, s.type, s.hash, s.position, s.revision
        ),
        changed as (
          select w.record_id, w.language, w.type, 'upsert' as action, f.slug as former_slug, coalesce(f.revision, (
            select max(c.revision) from change c where c.record_id = w.record_id and c.language = w.language
          ), 0) as former_revision
          from written w
          left join former f on f.record_id = w.record_id and f.language = w.language
          where (f.hash, f.position) is distinct from (w.hash, w.position)
          union all
          select record_id, language, type, 'delete', null, 0
          from removed
        )
        insert into change (
          epoch, record_id, type, slug, language, action, revision, significance, reason, replaced_by, renamed_from, caused_by, at
        )
        select
          (select feed_epoch()),
          c.record_id,
          c.type,
          r.slug,
          c.language,
          c.action,
          t.revision,
          case when c.action = 'delete' or news.is_major then 'major' else 'minor' end,
          t.withdrawal_reason,
          (select other.slug from record other where other.id = replacement(t.replaced_by)),
          nullif(c.former_slug, r.slug),
          cause.type || '/' || cause.slug,
          coalesce(t.withdrawn_at, news.at, @Now)
        from changed c
        join record r on r.id = c.record_id
        join translation t on t.record_id = c.record_id and t.language = c.language
        left join unnest(@Affected, @Causes) as a (record_id, cause_id) on a.record_id = c.record_id
        left join record cause on cause.id = a.cause_id
        left join lateral (
          select max(v.at) as at, bool_or(v.significance = 'major') as is_major
          from revision v
          where v.record_id = c.record_id
            and v.language = c.language
            and v.revision > c.former_revision
        ) news on true
        order by c.record_id, c.language
        """;

    /// <param name="affected">The records that were rendered. One without a document is published no more.</param>
    /// <returns>How many changes were logged.</returns>
    public static Task<int> Write(
        NpgsqlConnection connection, AffectedRecord[] affected, RenderedDocument[] documents, DateTimeOffset now, CancellationToken ct) =>
        connection.Execute(
            WriteSql,
            new
            {
                Affected = Array.ConvertAll(affected, a => a.Id),
                Causes = Array.ConvertAll(affected, a => a.CauseId),
                Ids = Array.ConvertAll(documents, d => d.Id),
                Languages = Array.ConvertAll(documents, d => d.Language),
                Documents = Array.ConvertAll(documents, d => d.Json),
                Hashes = Array.ConvertAll(documents, d => d.Hash),
                Now = now,
            },
            ct);
}
