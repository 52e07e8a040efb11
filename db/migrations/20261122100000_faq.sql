-- migrate:up

-- ---- what every kind of record shares: a name in URLs, texts in languages, a history ----

create table source_document (
  id uuid primary key,
  title text not null check (length(title) between 1 and 300),
  retrieved_at timestamptz not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table source_document is 'Where a text came from. A new edition of a document is a new row.';
comment on column source_document.retrieved_at is 'When this edition was first imported; importing it again leaves it.';
comment on column source_document.sha256 is 'Of the document''s bytes; null when the source is not a document that was imported.';
create unique index source_document_edition on source_document (title, coalesce(sha256, ''));

create table record (
  id uuid primary key,
  type text not null check (type in ('faq', 'topic', 'resource', 'contact')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  updated_at timestamptz not null,
  unique (type, slug),
  unique (id, type)
);
comment on table record is 'Anything served under a slug. The tables faq, topic, resource and contact hold what is particular to each.';
comment on column record.updated_at is 'The last edit of anything in it, in any language.';
create index record_updated_at on record (type, updated_at desc, id desc);

create table slug_history (
  type text not null,
  slug text not null,
  record_id uuid not null,
  given_at timestamptz not null,
  primary key (type, slug),
  unique (type, slug, record_id),
  foreign key (record_id, type) references record (id, type)
);
comment on table slug_history is 'Every slug ever given, present ones included: none is given twice, an old one leads to its record.';
create index slug_history_record on slug_history (record_id, type);
alter table record add constraint record_slug_is_in_history
  foreign key (type, slug, id) references slug_history (type, slug, record_id) deferrable initially deferred;

create table translation (
  record_id uuid not null references record,
  language text not null check (language ~ '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$' and length(language) <= 35),
  status text not null check (status in ('draft', 'in-review', 'published', 'withdrawn')),
  origin text not null check (origin in ('human', 'machine', 'machine-reviewed')),
  outdated boolean not null default false,
  revision integer not null check (revision > 0),
  content_hash text not null check (content_hash ~ '^sha256-[0-9a-f]{64}$'),
  source_document_id uuid not null references source_document,
  last_reviewed_at timestamptz,
  reviewed_by_role text check (length(reviewed_by_role) between 1 and 100),
  review_due_at timestamptz,
  law_as_of date,
  published_at timestamptz check (published_at is not null or status in ('draft', 'in-review')),
  content_changed_at timestamptz check ((content_changed_at is null) = (published_at is null)),
  withdrawn_at timestamptz check ((withdrawn_at is not null) = (status = 'withdrawn')),
  withdrawal_reason text check (withdrawal_reason in ('law-changed', 'superseded', 'merged', 'error')),
  replaced_by uuid references record,
  primary key (record_id, language),
  check ((withdrawal_reason is not null) = (status = 'withdrawn')),
  check (replaced_by is null or status = 'withdrawn'),
  check ((last_reviewed_at is null) = (reviewed_by_role is null))
);
comment on table translation is 'A record''s text in one language: its lifecycle, provenance and clocks. The words are in the table <type>_translation.';
comment on column translation.language is 'BCP 47, in its canonical case.';
comment on column translation.outdated is 'The text that it was translated from has had a major change since.';
comment on column translation.revision is 'Raised by one with every published edit.';
comment on column translation.content_hash is 'Of the canonical text, see ContentHash.cs.';
comment on column translation.last_reviewed_at is 'When a person last looked at it; null: never.';
comment on column translation.law_as_of is 'The state of the law that the text describes.';
comment on column translation.content_changed_at is 'The last major edit.';
create unique index translation_language on translation (record_id, lower(language));
create index translation_replaced_by on translation (replaced_by) where replaced_by is not null;
create index translation_source_document on translation (source_document_id);

create table revision (
  record_id uuid not null,
  language text not null,
  revision integer not null check (revision > 0),
  content_hash text not null check (content_hash ~ '^sha256-[0-9a-f]{64}$'),
  significance text not null check (significance in ('minor', 'major')),
  at timestamptz not null,
  primary key (record_id, language, revision),
  foreign key (record_id, language) references translation (record_id, language)
);
comment on table revision is 'What was ever published, so that a copy of any age can be recognised. Rows are never changed.';
comment on column revision.significance is 'minor: typo, layout; major: a reader of the revision before would be wrong.';
alter table translation add constraint translation_revision_is_kept
  foreign key (record_id, language, revision) references revision (record_id, language, revision) deferrable initially deferred;

create function served_language(record_id uuid, languages text[]) returns text
  language sql stable cost 3000
  return (
    select t.language
    from translation t
    where t.record_id = served_language.record_id
      and t.status = 'published'
    order by array_position(languages, lower(t.language)), t.language
    limit 1
  );
comment on function served_language is 'The language that a reader of these languages (lower-case, best first) gets: one of them, else whatever there is; null: nothing is published.';

-- ---- topics and FAQ entries ----

create table topic (
  id uuid primary key,
  type text not null generated always as ('topic') stored,
  position integer not null unique,
  foreign key (id, type) references record (id, type)
);
comment on column topic.position is 'Order of the topics.';

create table topic_translation (
  topic_id uuid not null references topic,
  language text not null,
  name text not null check (length(name) between 1 and 300),
  description text check (length(description) between 1 and 2000),
  primary key (topic_id, language),
  foreign key (topic_id, language) references translation (record_id, language)
);

create table faq (
  id uuid primary key,
  type text not null generated always as ('faq') stored,
  position numeric not null,
  jurisdiction text check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  foreign key (id, type) references record (id, type)
);
comment on column faq.position is 'Order through the whole collection. An entry between two others gets the number half-way, so that no other entry moves.';
comment on column faq.jurisdiction is 'ISO 3166-2; null: not bound to a place.';
create unique index faq_position on faq (position, id);
create index faq_jurisdiction on faq (jurisdiction, position, id);

create table faq_translation (
  faq_id uuid not null references faq,
  language text not null,
  question text not null check (length(question) between 1 and 500),
  answer_written text not null check (length(answer_written) between 1 and 100000),
  answer_markdown text not null,
  answer_html text not null,
  answer_text text not null,
  primary key (faq_id, language),
  foreign key (faq_id, language) references translation (record_id, language)
);
comment on column faq_translation.answer_written is 'Markdown as in the document, placeholders and old links included.';
comment on column faq_translation.answer_markdown is 'What is served: answer_written with every link as its resource has it now.';

create table faq_topic (
  topic_id uuid not null references topic,
  faq_id uuid not null references faq,
  primary key (topic_id, faq_id)
);
create index faq_topic_faq on faq_topic (faq_id, topic_id);

-- ---- resources ----

create table resource (
  id uuid primary key,
  type text not null generated always as ('resource') stored,
  kind text not null check (kind in ('website', 'guide', 'policy', 'video', 'document')),
  url text unique deferrable initially deferred check (url ~ '^https?://' and length(url) <= 2000),
  link_state text check (link_state in ('ok', 'redirected', 'broken', 'placeholder', 'unchecked')),
  link_checked_at timestamptz,
  parent_id uuid references resource,
  position integer check (position > 0),
  event_date date,
  family uuid not null generated always as (coalesce(parent_id, id)) stored,
  place integer not null generated always as (coalesce(position, 0)) stored,
  foreign key (id, type) references record (id, type),
  check ((parent_id is null) = (position is null)),
  check (parent_id <> id),
  check (case when url is null then coalesce(link_state = 'placeholder', true) else coalesce(link_state <> 'placeholder', false) end)
);
comment on column resource.link_state is 'placeholder: the source has a dead "#"; null: it never had a link of its own.';
comment on column resource.position is 'Order among the children of its parent.';
comment on column resource.family is 'With place, the order of lists: every resource, followed by its children.';
create unique index resource_order on resource (family, place, id);
create index resource_kind on resource (kind, family, place, id);
create index resource_link_state on resource (link_state, family, place, id);
create index resource_parent on resource (parent_id, family, place, id) where parent_id is not null;

create table resource_translation (
  resource_id uuid not null references resource,
  language text not null,
  title text not null check (length(title) between 1 and 300),
  description text check (length(description) between 1 and 2000),
  primary key (resource_id, language),
  foreign key (resource_id, language) references translation (record_id, language)
);

create table resource_target (
  target text primary key check (length(target) <= 2000),
  resource_id uuid not null references resource
);
comment on table resource_target is 'What a link in a document says and the resource that it means: every URL that the resource ever had, and # with the folded text of a placeholder.';
create index resource_target_resource on resource_target (resource_id);

create table faq_resource (
  faq_id uuid not null,
  language text not null,
  resource_id uuid not null references resource,
  position integer not null,
  primary key (faq_id, language, resource_id),
  foreign key (faq_id, language) references faq_translation (faq_id, language)
);
comment on table faq_resource is 'The resources that an answer links to, in its order.';
create index faq_resource_resource on faq_resource (resource_id, faq_id);

-- ---- contacts ----

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
comment on column contact.office_id is 'The office that a person belongs to, of the same affiliate.';
comment on column contact.state is 'Two letters, as in addresses.';
comment on column contact.county is 'FIPS.';
comment on column contact.languages is 'BCP 47, spoken there; empty: not stated.';
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
comment on column contact_phone.extension is 'Digits as text: a leading zero counts.';
comment on column contact_phone.verified_at is 'When somebody last reached the contact by it.';

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
comment on table faq_contact is 'The contacts whose e-mail address or phone number an answer gives, in its order.';
create index faq_contact_contact on faq_contact (contact_id);

-- ---- what all instances must agree on ----

create table secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
comment on table secret is 'cursor: the key that authenticates cursors, the same for all instances.';
insert into secret (name, value)
values ('cursor', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

-- ---- what the app role may do: nothing that changes a table, erases a record or rewrites history ----

grant select on all tables in schema public to freedomcities_app;
grant insert on source_document, slug_history, revision to freedomcities_app;
grant insert, update on
  record, translation,
  topic, topic_translation,
  faq, faq_translation,
  resource, resource_translation, resource_target,
  affiliate, contact, contact_translation
  to freedomcities_app;
grant insert, update, delete on
  faq_topic, faq_resource, faq_contact, contact_phone, service_area
  to freedomcities_app;

-- migrate:down

alter table translation drop constraint translation_revision_is_kept;
alter table record drop constraint record_slug_is_in_history;
drop function served_language;
drop table
  secret,
  faq_contact, service_area, contact_phone, contact_translation, contact, affiliate,
  faq_resource, resource_target, resource_translation, resource,
  faq_topic, faq_translation, faq, topic_translation, topic,
  revision, translation, slug_history, record, source_document;
