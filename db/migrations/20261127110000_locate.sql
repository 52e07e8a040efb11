-- migrate:up

-- ---- where a contact stands ----

create function city_key(city text) returns text
  language sql immutable parallel safe
  return regexp_replace(regexp_replace(regexp_replace(
    btrim(regexp_replace(lower(city), '[.,\s]+', ' ', 'g')), '^st +', 'saint '), '^ft +', 'fort '), '^mt +', 'mount ');
comment on function city_key is 'The name of a city without case, dots and the usual abbreviations: St. Louis is Saint Louis.';

create index postal_code_city on postal_code (state, city_key(city)) include (latitude, longitude);

create function territory(country text, postal_code text) returns text
  language sql immutable parallel safe
  return case
    when country in ('PR', 'VI', 'GU', 'AS', 'MP') then country
    when coalesce(country, 'US') <> 'US' then null
    when postal_code ~ '^(006|007|009)' then 'PR'
    when postal_code ~ '^008' then 'VI'
    when postal_code ~ '^969(1|2|3[0-2])' then 'GU'
    when postal_code ~ '^9695[0-2]' then 'MP'
    when postal_code ~ '^96799' then 'AS'
  end;
comment on function territory is 'The territory of the United States that an address is in. The table postal_code has none of them.';

create view contact_place as
select
  c.id as contact_id,
  c.kind = 'person' as is_person,
  coalesce(c.state, z.state, territory(c.country, c.postal_code)) as state,
  coalesce(c.latitude, z.latitude, m.latitude) as latitude,
  coalesce(c.longitude, z.longitude, m.longitude) as longitude,
  case
    when c.latitude is not null then 'coordinates'
    when z.code is not null then 'postal-code'
    when m.latitude is not null then 'city'
  end as located_by
from contact c
left join postal_code z on z.code = left(c.postal_code, 5)
  and coalesce(c.country, 'US') = 'US'
  and z.state = coalesce(c.state, z.state)
left join lateral (
  select avg(p.latitude) as latitude, avg(p.longitude) as longitude
  from postal_code p
  where c.latitude is null
    and z.code is null
    and p.state = c.state
    and city_key(p.city) = city_key(coalesce(c.city, c.locality))
) m on true;
comment on view contact_place is
  'The coordinates of a contact, else those of its postal code (unless that is in another state), else the middle of its city.';

alter table contact_reach
  add column state text,
  add column located_by text check (located_by in ('coordinates', 'postal-code', 'city'));
comment on column contact_reach.state is 'State of the contact.';
comment on column contact_reach.located_by is 'What the coordinates are those of. Null: the contact has none.';

create or replace view contact_reach_made as
select v.contact_id, v.kind, v.code, p.is_person, p.latitude, p.longitude, p.state, p.located_by
from service_area v
join contact_place p on p.contact_id = v.contact_id
union all
select p.contact_id, 'located', p.state, p.is_person, p.latitude, p.longitude, p.state, p.located_by
from contact_place p
where p.state is not null
  and not exists (select from service_area v where v.contact_id = p.contact_id)
union all
select p.contact_id, 'office', '', false, p.latitude, p.longitude, p.state, p.located_by
from contact_place p
where not p.is_person;

create or replace function make_contact_reach() returns trigger
  language plpgsql as $$
declare
  changed uuid := to_jsonb(coalesce(new, old)) ->> tg_argv[0];
begin
  delete from contact_reach where contact_id = changed;
  insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude, state, located_by)
  select contact_id, kind, code, is_person, latitude, longitude, state, located_by
  from contact_reach_made
  where contact_id = changed;
  return null;
end
$$;
drop trigger contact_reach on contact;
create trigger contact_reach
  after insert or update of kind, city, state, latitude, longitude, locality, postal_code, country on contact
  for each row execute function make_contact_reach('id');

delete from contact_reach;
insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude, state, located_by)
select contact_id, kind, code, is_person, latitude, longitude, state, located_by
from contact_reach_made;

-- ---- filters ----

create function speaks(spoken text[], wanted text[]) returns boolean
  language sql immutable parallel safe
  return exists (
    select
    from unnest(spoken) as s (language)
    cross join unnest(wanted) as w (language)
    where starts_with(lower(s.language) || '-', lower(w.language) || '-')
      or starts_with(lower(w.language) || '-', lower(s.language) || '-')
  );
comment on function speaks is 'Whether a language is one of those that are wanted: es also finds es-MX, and es-MX finds es.';

create function hours_include(days text[], opens text, closes text, local timestamp) returns boolean
  language sql stable parallel safe
  return
    upper(left(to_char(local, 'DY'), 2)) = any (days)
      and to_char(local, 'HH24:MI') >= opens
      and (to_char(local, 'HH24:MI') < closes or closes < opens)
    or upper(left(to_char(local - interval '1 day', 'DY'), 2)) = any (days)
      and closes < opens
      and to_char(local, 'HH24:MI') < closes;
comment on function hours_include is 'Whether a row of contact_hours includes a time on its clock. C# has the same rule: OpeningHours.';

drop function is_open(uuid, timestamptz);

create function matching_contacts(languages text[], open_at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select c.id
  from contact c
  where exists (select from translation t where t.record_id = c.id and t.status = 'published')
    and (
      matching_contacts.languages is null
      or cardinality(c.languages) > 0 and speaks(c.languages, matching_contacts.languages)
    )
    and (
      open_at is null
      or exists (
        select
        from contact_hours h
        where h.contact_id = c.id
          and hours_include(h.days, h.opens, h.closes, open_at at time zone c.hours_zone)
      )
    )
$$;
comment on function matching_contacts is 'The published contacts that match the filters languages and open=now. Null: any.';

-- ---- the nearest contacts ----

-- The function without filters is left for the former version of the service.
create function nearest_contacts(
  kinds text[], codes text[], latitude double precision, longitude double precision, most integer, languages text[], open_at timestamptz
) returns table (rank integer, contact_id uuid, is_person boolean, distance double precision, located_by text)
  language plpgsql stable rows 10 security definer set search_path = public as $$
declare
  filtered constant boolean := languages is not null or open_at is not null;
  matching constant uuid[] := case when filtered then array(select matching_contacts(languages, open_at)) end;
  km double precision;
  found_so_far bigint;
begin
  for i in 1 .. cardinality(kinds) loop
    km := case when filtered then 80 else 5 end;
    loop
      select count(*) into found_so_far
      from (
        select
        from reach_within(kinds[i], codes[i], latitude, longitude, km) w
        where exists (select from translation t where t.record_id = w.contact_id and t.status = 'published')
          and (not filtered or w.contact_id in (select unnest(matching)))
        limit most
      ) some_of_them;
      exit when found_so_far >= most or km > 20016;
      km := km * case when filtered then 256 else 4 end;
    end loop;

    return query
    select i, f.contact_id, f.is_person, f.distance, (
      select h.located_by
      from contact_reach h
      where h.contact_id = f.contact_id
        and h.kind = kinds[i]
        and h.code = codes[i]
    )
    from (
      select n.contact_id, n.is_person, n.distance
      from (
        select w.contact_id, w.is_person, w.distance
        from reach_within(kinds[i], codes[i], latitude, longitude, km) w
        order by w.distance, w.is_person, w.contact_id
        offset 0
      ) n
      where exists (select from translation t where t.record_id = n.contact_id and t.status = 'published')
        and (not filtered or n.contact_id in (select unnest(matching)))
      order by n.distance, n.is_person, n.contact_id
      limit most
    ) f;
    exit when found_so_far >= most;

    return query
    select i, h.contact_id, h.is_person, null::double precision, h.located_by
    from contact_reach h
    where h.kind = kinds[i]
      and h.code = codes[i]
      and (h.latitude is null or nearest_contacts.latitude is null)
      and exists (select from translation t where t.record_id = h.contact_id and t.status = 'published')
      and (not filtered or h.contact_id in (select unnest(matching)))
    order by h.is_person, h.contact_id
    limit most;
  end loop;
end
$$;
comment on function nearest_contacts(text[], text[], double precision, double precision, integer, text[], timestamptz) is
  'The nearest published contacts of the areas that match the filters, in the order of the areas, until there are enough; in each area, '
  'contacts without coordinates come last. rank: the number of the area. The search radius grows until the circle has enough contacts or '
  'is the whole sphere. Without a point, all come without a distance.';

create function nearer_offices(
  kinds text[], codes text[], state text, latitude double precision, longitude double precision, km double precision, most integer,
  languages text[], open_at timestamptz
) returns table (contact_id uuid, distance double precision, located_by text)
  language plpgsql stable rows 3 security definer set search_path = public as $$
declare
  filtered constant boolean := languages is not null or open_at is not null;
  matching constant uuid[] := case when filtered then array(select matching_contacts(languages, open_at)) end;
  radius double precision := least(5, km);
  nearest double precision;
begin
  loop
    select min(w.distance) into nearest
    from reach_within('office', '', latitude, longitude, radius) w
    where exists (
        select
        from contact_reach h
        join unnest(kinds, codes) as a (kind, code) on a.kind = h.kind and a.code = h.code
        where h.contact_id = w.contact_id
      )
      and exists (select from translation t where t.record_id = w.contact_id and t.status = 'published')
      and (not filtered or w.contact_id in (select unnest(matching)));
    exit when nearest is not null or radius >= km;
    radius := least(radius * 4, km);
  end loop;

  return query
  select w.contact_id, w.distance, o.located_by
  from reach_within('office', '', latitude, longitude, coalesce(nearest, km)) w
  join contact_reach o on o.contact_id = w.contact_id and o.kind = 'office' and o.code = '' and o.state <> nearer_offices.state
  where w.distance < coalesce(nearest, 'infinity')
    and not exists (
      select
      from contact_reach h
      join unnest(kinds, codes) as a (kind, code) on a.kind = h.kind and a.code = h.code
      where h.contact_id = w.contact_id
    )
    and exists (select from translation t where t.record_id = w.contact_id and t.status = 'published')
    and (not filtered or w.contact_id in (select unnest(matching)))
  order by w.distance, w.contact_id
  limit most;
end
$$;
comment on function nearer_offices is
  'The nearest published offices in other states, within a distance, which are nearer than each office of the areas.';

-- migrate:down

drop function nearer_offices, matching_contacts;
drop function nearest_contacts(text[], text[], double precision, double precision, integer, text[], timestamptz);
drop function hours_include, speaks;

create function is_open(contact uuid, at timestamptz) returns boolean
  language sql stable security definer set search_path = public
  return exists (
    select
    from contact c
    join contact_hours h on h.contact_id = c.id
    cross join lateral (select at at time zone c.hours_zone as local) as l
    cross join lateral (
      select
        to_char(l.local, 'HH24:MI') as clock,
        upper(left(to_char(l.local, 'DY'), 2)) = any (h.days) as today,
        upper(left(to_char(l.local - interval '1 day', 'DY'), 2)) = any (h.days) as yesterday
    ) as t
    where c.id = contact
      and (
        t.today and t.clock >= h.opens and (t.clock < h.closes or h.closes < h.opens)
        or t.yesterday and h.closes < h.opens and t.clock < h.closes
      )
  );
comment on function is_open is
  'Whether the clock in the contact''s time zone is within its weekly hours. C# has the same rule: OpeningHours.';
revoke execute on function is_open(uuid, timestamptz) from public;
grant execute on function is_open(uuid, timestamptz) to freedomcities_app;

drop trigger contact_reach on contact;
create trigger contact_reach after insert or update of kind, state, latitude, longitude on contact
  for each row execute function make_contact_reach('id');

create or replace function make_contact_reach() returns trigger
  language plpgsql as $$
declare
  changed uuid := to_jsonb(coalesce(new, old)) ->> tg_argv[0];
begin
  delete from contact_reach where contact_id = changed;
  insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude)
  select contact_id, kind, code, is_person, latitude, longitude
  from contact_reach_made
  where contact_id = changed;
  return null;
end
$$;

drop view contact_reach_made;
create view contact_reach_made as
select v.contact_id, v.kind, v.code, c.kind = 'person' as is_person, c.latitude, c.longitude
from service_area v
join contact c on c.id = v.contact_id
union all
select c.id, 'located', c.state, c.kind = 'person', c.latitude, c.longitude
from contact c
where c.state is not null
  and not exists (select from service_area v where v.contact_id = c.id)
union all
select c.id, 'office', '', false, c.latitude, c.longitude
from contact c
where c.kind = 'office';
comment on view contact_reach_made is 'The rows that contact_reach must have.';
grant select on contact_reach_made to freedomcities_app;

drop view contact_place;
alter table contact_reach
  drop column state,
  drop column located_by;
drop index postal_code_city;
drop function city_key, territory;

delete from contact_reach;
insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude)
select contact_id, kind, code, is_person, latitude, longitude
from contact_reach_made;
