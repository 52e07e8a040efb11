namespace FreedomCities.Api.Editorial.Publishing.Rendering;

internal static class ContactSql
{
    public const string Select = $"""
        select
          r.id,
          r.slug,
          c.kind,
          w.name,
          w.role,
          w.description,
          jsonb_build_object('slug', a.slug, 'name', a.name, 'url', a.url) as affiliate,
          (
            select jsonb_build_object('slug', o.slug, 'name', ow.name)
            from record o
            join contact_translation ow on ow.contact_id = o.id and ow.language = served_language(o.id, {TextSql.Languages})
            where o.id = c.office_id
          ) as office,
          c.email,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object(
                'number', h.number,
                'country', h.country,
                'extension', h.extension,
                'display', h.display,
                'type', h.type,
                'instruction', h.instruction,
                'description', h.description,
                'verified_at', h.verified_at
              ) order by h.position),
              '[]'
            )
            from contact_phone h
            where h.contact_id = c.id
          ) as phones,
          case
            when coalesce(c.po_box, c.extended_address, c.street, c.locality, c.region, c.postal_code, c.country) is not null
            then jsonb_build_object(
              'po_box', c.po_box,
              'extended', c.extended_address,
              'street', c.street,
              'locality', c.locality,
              'region', c.region,
              'postal_code', c.postal_code,
              'country', c.country
            )
          end as address,
          case when coalesce(c.city, c.state, c.county, c.latitude::text) is not null then jsonb_build_object(
            'city', c.city,
            'state', c.state,
            'county', c.county,
            'latitude', c.latitude,
            'longitude', c.longitude
          ) end as location,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object('kind', v.kind, 'code', v.code, 'name', v.name) order by v.kind desc, v.code),
              '[]'
            )
            from service_area v
            where v.contact_id = c.id
          ) as serves,
          case when coalesce(c.hours_zone, c.hours_text) is not null then jsonb_build_object(
            'zone', c.hours_zone,
            'weekly', (
              select coalesce(
                jsonb_agg(jsonb_build_object('days', h.days, 'opens', h.opens, 'closes', h.closes) order by h.position),
                '[]'
              )
              from contact_hours h
              where h.contact_id = c.id
            ),
            'text', c.hours_text
          ) end as hours,
          w.accessibility,
          c.languages,
          {TextSql.Columns}
        {TextSql.From}
        join contact c on c.id = r.id
        join affiliate a on a.id = c.affiliate_id
        join contact_translation w on w.contact_id = r.id and w.language = t.language
        {TextSql.Where}
        """;
}
