using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Delivery.Freshness;

internal sealed class FreshnessQueries(ReadConnections database, PublicUrl site)
{
    // The last revision with this hash counts, because an edit may have been reverted.
    private const string CheckSql = """
        select
          g.slug,
          g.language,
          coalesce(c.state, 'unknown') as state,
          c.since,
          case when t.status = 'published' then t.revision end as revision,
          case when t.status = 'published' then t.content_hash end as content_hash,
          p.slug as replaced_by,
          case
            when t.status = 'published' then format('%s/v1/%ss/%s?lang=%s', @Prefix::text, r.type, r.slug, t.language)
            when p.slug is not null then format('%s/v1/%ss/%s', @Prefix::text, r.type, p.slug)
          end as url
        from unnest(@Types, @Slugs, @Languages, @Hashes) with ordinality as g (type, slug, language, hash, place)
        left join slug_history h on h.type = g.type and h.slug = g.slug
        left join record r on r.id = h.record_id
        left join translation t on t.record_id = r.id
          and lower(t.language) = lower(g.language)
          and t.status in ('published', 'withdrawn')
        left join record p on p.id = replacement(t.replaced_by)
        left join lateral (
          select max(v.revision) as revision
          from revision v
          where v.record_id = t.record_id
            and v.language = t.language
            and v.content_hash = g.hash
        ) copy on true
        left join lateral (
          select min(v.at) as at, min(v.at) filter (where v.significance = 'major') as major_at
          from revision v
          where v.record_id = t.record_id
            and v.language = t.language
            and v.revision > copy.revision
        ) later on true
        left join lateral (
          select w.state, w.since
          from (values
            (t.status = 'withdrawn', 'withdrawn', t.withdrawn_at),
            (t.content_hash = g.hash, 'current', null),
            (copy.revision is null, null, null),
            (later.major_at is not null, 'major-change', later.major_at),
            (true, 'minor-change', later.at)
          ) as w (holds, state, since)
          where t.record_id is not null
            and w.holds
          limit 1
        ) c on true
        order by g.place
        """;

    public async Task<CopyFreshness[]> Check(FreshnessCopy[] copies, CancellationToken ct) =>
        [.. await database.Query<CopyFreshness>(
            CheckSql,
            new
            {
                Prefix = site.LinkTo(""),
                Types = Array.ConvertAll(copies, c => c.Type ?? "faq"),
                Slugs = Array.ConvertAll(copies, c => c.Slug),
                Languages = Array.ConvertAll(copies, c => c.Language),
                Hashes = Array.ConvertAll(copies, c => c.ContentHash),
            },
            ct)];
}
