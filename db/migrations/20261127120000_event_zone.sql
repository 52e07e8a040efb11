-- migrate:up

create table jurisdiction_zone (
  jurisdiction text primary key check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  zone text not null check (timestamp '2000-01-01' at time zone zone is not null)
);
comment on table jurisdiction_zone is 'Time zone of events in a jurisdiction whose source states none: that of most people there.';
comment on column jurisdiction_zone.jurisdiction is 'ISO 3166-2, or ISO 3166-1 for a country.';
comment on column jurisdiction_zone.zone is 'IANA time zone.';
grant select on jurisdiction_zone to freedomcities_app;

insert into jurisdiction_zone (zone, jurisdiction)
select zone, unnest(jurisdictions)
from (
  values
    ('America/New_York', array['US', 'US-CT', 'US-DC', 'US-DE', 'US-FL', 'US-GA', 'US-KY', 'US-MA', 'US-MD', 'US-ME', 'US-NC', 'US-NH']),
    ('America/New_York', array['US-NJ', 'US-NY', 'US-OH', 'US-PA', 'US-RI', 'US-SC', 'US-VA', 'US-VT', 'US-WV']),
    ('America/Detroit', array['US-MI']),
    ('America/Indiana/Indianapolis', array['US-IN']),
    ('America/Chicago', array['US-AL', 'US-AR', 'US-IA', 'US-IL', 'US-KS', 'US-LA', 'US-MN', 'US-MO', 'US-MS', 'US-ND', 'US-NE', 'US-OK']),
    ('America/Chicago', array['US-SD', 'US-TN', 'US-TX', 'US-WI']),
    ('America/Denver', array['US-CO', 'US-MT', 'US-NM', 'US-UT', 'US-WY']),
    ('America/Boise', array['US-ID']),
    ('America/Phoenix', array['US-AZ']),
    ('America/Los_Angeles', array['US-CA', 'US-NV', 'US-OR', 'US-WA']),
    ('America/Anchorage', array['US-AK']),
    ('Pacific/Honolulu', array['US-HI']),
    ('America/Puerto_Rico', array['US-PR', 'PR']),
    ('America/St_Thomas', array['US-VI', 'VI']),
    ('Pacific/Guam', array['US-GU', 'GU']),
    ('Pacific/Saipan', array['US-MP', 'MP']),
    ('Pacific/Pago_Pago', array['US-AS', 'AS'])
) as known (zone, jurisdictions);

alter table resource
  add column event_time text check (event_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column event_zone text check (event_zone is null or timestamp '2000-01-01' at time zone event_zone is not null),
  add constraint resource_event_check check (event_date is not null or (event_time is null and event_zone is null));
comment on column resource.event_time is 'On the clock of the event''s time zone. Null: not stated.';
comment on column resource.event_zone is 'IANA time zone. Null: not stated; find_event_zone has the default.';

create function event_end(day date, zone text) returns timestamptz
  language sql stable strict
  return (
    select e.midnight - greatest((e.midnight - interval '1 microsecond') at time zone zone + interval '1 microsecond' - (day + 1), '0')
    from (select (day + 1)::timestamp at time zone zone as midnight) as e
  );
comment on function event_end is
  'The end of a day in a time zone. A midnight that the clock skips is at the change. Of one that it shows twice PostgreSQL takes the second: '
  'if the clock shows the next day already before it, the day ended with the first.';

create function find_event_zone(resource uuid) returns text
  language sql stable
  return (
    select coalesce(
      s.event_zone,
      (
        select zone
        from (
          select distinct coalesce(own.zone, country.zone) as zone
          from faq_resource fs
          join translation t on t.record_id = fs.faq_id and t.language = fs.language and t.status = 'published'
          join faq f on f.id = fs.faq_id
          left join jurisdiction_zone own on own.jurisdiction = f.jurisdiction
          left join jurisdiction_zone country on country.jurisdiction = left(f.jurisdiction, 2)
          where fs.resource_id in (s.id, s.parent_id)
        ) linking
        where zone is not null
        order by event_end(s.event_date, zone) desc, zone
        limit 1
      ),
      'Etc/UTC'
    )
    from resource s
    where s.id = find_event_zone.resource
  );
comment on function find_event_zone is
  'The stated time zone of a resource''s event, else that of the jurisdiction of the published entries that link to the resource or to its '
  'parent (of several, where the day ends last), else UTC.';

-- Documents have new members.
insert into render_queue (record_id, caused_by)
select id, id
from record
on conflict do nothing;

-- migrate:down

drop function find_event_zone(uuid);
drop function event_end(date, text);

alter table resource
  drop constraint resource_event_check,
  drop column event_time,
  drop column event_zone;

drop table jurisdiction_zone;

insert into render_queue (record_id, caused_by)
select id, id
from record
on conflict do nothing;
