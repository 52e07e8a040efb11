-- migrate:up

-- ---- phones: short codes, texts beside a number ----

alter table contact_phone
  drop constraint contact_phone_number_check,
  drop constraint contact_phone_display_check,
  drop constraint contact_phone_type_check,
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column instruction text check (length(instruction) between 1 and 200),
  add column description text check (length(description) between 1 and 200),
  add constraint contact_phone_number_check check (
    number ~ case when country is null then '^\+[1-9][0-9]{6,14}$' else '^[0-9]{3,6}$' end
  ),
  add constraint contact_phone_display_check check (length(display) between 1 and 100),
  add constraint contact_phone_type_check check (type in ('voice', 'text', 'fax', 'cell', 'pager', 'video', 'textphone'));
comment on column contact_phone.number is 'E.164, or the digits of a short code of country.';
comment on column contact_phone.country is 'Country of a short code (ISO 3166-1). Null: the number is E.164.';
comment on column contact_phone.instruction is 'What a caller does, for example: Text HOME.';
comment on column contact_phone.description is 'What the number is for, for example: Spanish, press 2.';

-- ---- postal address, hours, accessibility ----

alter table contact
  add column po_box text check (length(po_box) between 1 and 100),
  add column extended_address text check (length(extended_address) between 1 and 200),
  add column street text check (length(street) between 1 and 200),
  add column locality text check (length(locality) between 1 and 100),
  add column region text check (length(region) between 1 and 100),
  add column postal_code text check (length(postal_code) between 1 and 20),
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column hours_zone text check (hours_zone ~ '^[A-Za-z0-9_+/-]{1,50}$'),
  add column hours_text text check (length(hours_text) between 1 and 500);
comment on column contact.extended_address is 'Suite, floor or apartment. The parts of the postal address are those of RFC 6350, section 6.3.1.';
comment on column contact.country is 'Country of the postal address (ISO 3166-1).';
comment on column contact.hours_zone is 'IANA time zone of contact_hours.';
comment on column contact.hours_text is 'Hours in words.';

alter table contact_translation add column accessibility text check (length(accessibility) between 1 and 1000);
comment on column contact_translation.accessibility is 'What a visitor with a disability finds there.';

create table contact_hours (
  contact_id uuid not null references contact,
  position integer not null,
  days text[] not null check (cardinality(days) > 0 and days <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  primary key (contact_id, position),
  check (opens <> closes)
);
comment on table contact_hours is 'Weekly hours on the clock of contact.hours_zone.';
comment on column contact_hours.days is 'Days of opening (RFC 5545).';
comment on column contact_hours.closes is 'Not after opens: the contact closes on the next day.';

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

create trigger render after insert or update or delete on contact_hours
  for each row execute function queue_render('contact_id', 'contact_id');

grant select, insert, update, delete on contact_hours to freedomcities_app;

-- Documents have new members.
insert into render_queue (record_id, caused_by)
select id, id
from record
on conflict do nothing;

-- migrate:down

-- What the former columns can't hold is lost: short codes, other types, longer forms for display.
delete from contact_phone where country is not null;
update contact_phone set type = 'voice' where type not in ('voice', 'text', 'fax');
update contact_phone set display = left(display, 50);

drop function is_open(uuid, timestamptz);
drop table contact_hours;

alter table contact_translation drop column accessibility;

alter table contact
  drop column po_box,
  drop column extended_address,
  drop column street,
  drop column locality,
  drop column region,
  drop column postal_code,
  drop column country,
  drop column hours_zone,
  drop column hours_text;

alter table contact_phone
  drop constraint contact_phone_number_check,
  drop constraint contact_phone_display_check,
  drop constraint contact_phone_type_check,
  drop column country,
  drop column instruction,
  drop column description,
  add constraint contact_phone_number_check check (number ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint contact_phone_display_check check (length(display) between 1 and 50),
  add constraint contact_phone_type_check check (type in ('voice', 'text', 'fax'));
comment on column contact_phone.number is 'E.164.';

insert into render_queue (record_id, caused_by)
select id, id
from record
on conflict do nothing;
