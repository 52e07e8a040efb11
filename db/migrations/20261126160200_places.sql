-- migrate:up

create table postal_code (
  code text primary key check (code ~ '^[0-9]{5}$'),
  city text not null check (length(city) between 1 and 100),
  state text not null check (state ~ '^[A-Z]{2}$'),
  county text not null check (length(county) between 1 and 100),
  county_fips text not null check (county_fips ~ '^[0-9]{5}$'),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180)
);
comment on table postal_code is 'US postal codes by GeoNames (CC BY 4.0). The command migrate loads them from db/seed/us-postal-codes.tsv.';
create index postal_code_state on postal_code (state) include (latitude, longitude);
create index postal_code_county on postal_code (county_fips) include (latitude, longitude);
create index postal_code_place on postal_code (latitude, longitude);

create function distance_km(
  latitude double precision, longitude double precision, other_latitude double precision, other_longitude double precision
) returns double precision
  language sql immutable parallel safe
  return 2 * 6371.0088 * asin(least(1, sqrt(
    power(sin(radians(other_latitude - latitude) / 2), 2)
    + cos(radians(latitude)) * cos(radians(other_latitude)) * power(sin(radians(other_longitude - longitude) / 2), 2)
  )));
comment on function distance_km is 'Great-circle distance on a sphere of the Earth''s mean radius (haversine).';

create table contact_reach (
  contact_id uuid not null references contact,
  kind text not null check (kind in ('postal-code', 'county', 'state', 'located', 'office')),
  code text not null,
  is_person boolean not null,
  latitude double precision,
  longitude double precision,
  primary key (contact_id, kind, code)
);
comment on table contact_reach is
  'The areas for which locate finds a contact, with its coordinates: one index gives the nearest contacts of an area. Triggers on contact '
  'and service_area write it.';
comment on column contact_reach.kind is
  'postal-code, county, state: a declared service area. located: the state of a contact without service areas. office: every office, for '
  'any place.';
create index contact_reach_place on contact_reach (kind, code, latitude, longitude) include (is_person, contact_id);

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

create function make_contact_reach() returns trigger
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
create trigger contact_reach after insert or update of kind, state, latitude, longitude on contact
  for each row execute function make_contact_reach('id');
create trigger contact_reach after insert or update or delete on service_area
  for each row execute function make_contact_reach('contact_id');

create function reach_within(
  kind text, code text, latitude double precision, longitude double precision, km double precision
) returns table (contact_id uuid, is_person boolean, distance double precision)
  language sql stable as $$
  select h.contact_id, h.is_person, d.distance
  from (select reach_within.km / 111) as box (height)
  cross join lateral (
    select case
      when abs(reach_within.latitude) + box.height < 90
        then degrees(asin(least(1, sin(radians(box.height)) / cos(radians(reach_within.latitude)))))
      else 360
    end
  ) as half (width)
  cross join lateral (
    select case when abs(reach_within.longitude) + half.width > 180 then 360 else half.width end
  ) as whole (width)
  join contact_reach h on h.kind = reach_within.kind
    and h.code = reach_within.code
    and h.latitude between reach_within.latitude - box.height and reach_within.latitude + box.height
    and h.longitude between reach_within.longitude - whole.width and reach_within.longitude + whole.width
  cross join lateral (
    select distance_km(reach_within.latitude, reach_within.longitude, h.latitude, h.longitude)
  ) as d (distance)
  where d.distance <= reach_within.km
$$;
comment on function reach_within is
  'The contacts of an area within a distance: a bounding box on the index, then the exact distance. A degree is more than 111 km. A box '
  'that crosses a pole or the date line has all longitudes.';

create function nearest_contacts(
  kinds text[], codes text[], latitude double precision, longitude double precision, most integer
) returns table (rank integer, contact_id uuid, is_person boolean, distance double precision)
  language plpgsql stable rows 10 as $$
declare
  km double precision;
  found_so_far bigint;
begin
  for i in 1 .. cardinality(kinds) loop
    km := 5;
    loop
      select count(*) into found_so_far
      from (
        select
        from reach_within(kinds[i], codes[i], latitude, longitude, km) w
        where exists (select from translation t where t.record_id = w.contact_id and t.status = 'published')
        limit most
      ) some_of_them;
      exit when found_so_far >= most or km > 20016;
      km := km * 4;
    end loop;

    return query
    select i, n.contact_id, n.is_person, n.distance
    from (
      select w.contact_id, w.is_person, w.distance
      from reach_within(kinds[i], codes[i], latitude, longitude, km) w
      order by w.distance, w.is_person, w.contact_id
      offset 0
    ) n
    where exists (select from translation t where t.record_id = n.contact_id and t.status = 'published')
    order by n.distance, n.is_person, n.contact_id
    limit most;
    exit when found_so_far >= most;

    return query
    select i, h.contact_id, h.is_person, null::double precision
    from contact_reach h
    where h.kind = kinds[i]
      and h.code = codes[i]
      and h.latitude is null
      and exists (select from translation t where t.record_id = h.contact_id and t.status = 'published')
    order by h.is_person, h.contact_id
    limit most;
  end loop;
end
$$;
comment on function nearest_contacts is
  'The nearest published contacts of the areas, in their order, until there are enough; in each area, contacts without coordinates come '
  'last. rank: the number of the area. The search radius grows until the circle has enough contacts or is the whole sphere.';

grant select on postal_code to freedomcities_app;
grant select, insert, delete on contact_reach to freedomcities_app;
grant select on contact_reach_made to freedomcities_app;

-- migrate:down

drop trigger contact_reach on service_area;
drop trigger contact_reach on contact;
drop function nearest_contacts, reach_within, make_contact_reach;
drop view contact_reach_made;
drop table contact_reach;
drop function distance_km;
drop table postal_code;
