-- migrate:up

create table affiliate (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 300),
  url text check (url ~ '^https?://' and length(url) <= 2000)
);

create table contact (
  id uuid primary key,
  type text not null generated always as ('contact') stored,
  kind text not null check (kind in ('office', 'person')),
  affiliate_id uuid not null references affiliate,
  office_id uuid,
  email text check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  city text check (length(city) between 1 and 100),
  state text check (state ~ '^[A-Z]{2}$'),
  county text check (county ~ '^[0-9]{5}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  languages text[] not null default '{}',
  foreign key (id, type) references record (id, type),
  unique (id, affiliate_id),
  foreign key (office_id, affiliate_id) references contact (id, affiliate_id) on update cascade,
  check ((kind = 'person') = (office_id is not null)),
  check ((latitude is null) = (longitude is null))
);
comment on column contact.office_id is 'The office of a person, of the same affiliate.';
comment on column contact.state is 'USPS abbreviation: two letters.';
comment on column contact.county is 'FIPS code of the county.';
comment on column contact.languages is 'Languages that are spoken there (BCP 47). Empty: not stated.';
create index contact_kind on contact (kind, id);
create index contact_state on contact (state, id);
create index contact_city on contact (lower(city), id);
create index contact_office on contact (office_id, id) where office_id is not null;
create index contact_affiliate on contact (affiliate_id, id);

create table contact_translation (
  contact_id uuid not null references contact,
  language text not null,
  name text not null check (length(name) between 1 and 300),
  role text check (length(role) between 1 and 300),
  description text check (length(description) between 1 and 2000),
  primary key (contact_id, language),
  foreign key (contact_id, language) references translation (record_id, language)
);

create table contact_phone (
  contact_id uuid not null references contact,
  position integer not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  extension text check (extension ~ '^[0-9]{1,15}$'),
  display text not null check (length(display) between 1 and 50),
  type text not null check (type in ('voice', 'text', 'fax')),
  verified_at timestamptz,
  primary key (contact_id, position)
);
comment on column contact_phone.number is 'E.164.';
comment on column contact_phone.extension is 'Digits as text: leading zeros are significant.';
comment on column contact_phone.verified_at is 'When a person last reached the contact at this number.';

create table service_area (
  contact_id uuid not null references contact,
  kind text not null check (kind in ('state', 'county', 'postal-code')),
  code text not null check (code ~ case kind when 'state' then '^[A-Z]{2}$' else '^[0-9]{5}$' end),
  name text not null check (length(name) between 1 and 100),
  primary key (contact_id, kind, code)
);
create index service_area_place on service_area (kind, code);

create table faq_contact (
  faq_id uuid not null,
  language text not null,
  contact_id uuid not null references contact,
  position integer not null,
  primary key (faq_id, language, contact_id),
  foreign key (faq_id, language) references faq_translation (faq_id, language)
);
comment on table faq_contact is 'The contacts whose e-mail address or phone number is in an answer, in its order.';
create index faq_contact_contact on faq_contact (contact_id);

grant select on affiliate, contact, contact_translation, contact_phone, service_area, faq_contact to freedomcities_app;
grant insert, update on affiliate, contact, contact_translation to freedomcities_app;
grant insert, update, delete on contact_phone, service_area, faq_contact to freedomcities_app;

-- migrate:down

drop table faq_contact, service_area, contact_phone, contact_translation, contact, affiliate;
