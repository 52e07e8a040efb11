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
          s.revision,
          now.content_hash,
          p.slug as replaced_by,
          case
            when s.slug is not null then format('%s/v1/%ss/%s?lang=%s', @Prefix, s.type, s.slug, s.language)
            when p.slug is not null then format('%s/v1/%ss/%s', @Prefix, p.type, p.slug)
          end as url
        from unnest(@Types, @Slugs, @Languages, @Hashes) with ordinality as g (type, slug, language, hash, place)
        left join slug_history h on h.type = g.type and h.slug = g.slug
        left join served s on s.record_id = h.record_id and lower(s.language) = lower(g.language)
        left join revision now on now.record_id = s.record_id and now.language = s.language and now.revision = s.revision
        left join withdrawal w on w.record_id = h.record_id and lower(w.language) = lower(g.language)
        left join served p on p.record_id = replacement(w.replaced_by) and p.is_first
        left join lateral (
          select max(v.revision) as revision
          from revision v
          where v.record_id = s.record_id
            and v.language = s.language
            and v.content_hash = g.hash
        ) copy on true
        left join lateral (
          select min(v.at) as at, min(v.at) filter (where v.significance = 'major') as major_at
          from revision v
          where v.record_id = s.record_id
            and v.language = s.language
            and v.revision > copy.revision
        ) later on true
        left join lateral (
          select i.state, i.since
          from (values
            (w.record_id is not null, 'withdrawn', w.withdrawn_at),
            (now.content_hash = g.hash, 'current', null),
            (copy.revision is null, null, null),
            (later.major_at is not null, 'major-change', later.major_at),
            (true, 'minor-change', later.at)
          ) as i (holds, state, since)
          where coalesce(w.record_id, s.record_id) is not null
            and i.holds
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
                Types = Array.ConvertAll(copies, c => c.Type?.Text ?? "faq"),
                Slugs = Array.ConvertAll(copies, c => c.Slug!.Text),
                Languages = Array.ConvertAll(copies, c => c.Language!.Text),
                Hashes = Array.ConvertAll(copies, c => c.ContentHash!.Text),
            },
            ct)];
}
