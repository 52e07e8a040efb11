-- migrate:up

-- ---- every type of record: slug, translations, revisions ----

create table source_document (
  id uuid primary key,
  title text not null check (length(title) between 1 and 300),
  retrieved_at timestamptz not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table source_document is 'The source of a text. Each edition of a document is a row.';
comment on column source_document.retrieved_at is
  'When this edition was first imported. A later import of the same edition does not change it.';
comment on column source_document.sha256 is 'SHA-256 of the document''s bytes. Null: the source is not an imported document.';
create unique index source_document_edition on source_document (title, coalesce(sha256, ''));

create table record (
  id uuid primary key,
  type text not null check (type in ('faq', 'topic', 'resource', 'contact')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  updated_at timestamptz not null,
  unique (type, slug),
  unique (id, type)
);
comment on table record is
  'Everything that is served under a slug. The tables faq, topic, resource and contact hold the columns of each type.';
comment on column record.updated_at is 'The last edit of the record, in any language.';
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
comment on table slug_history is 'Every slug that a record has or had. A slug is never given twice: an old slug leads to its record.';
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
  translated_from text,
  primary key (record_id, language),
  foreign key (record_id, translated_from) references translation (record_id, language),
  check ((withdrawal_reason is not null) = (status = 'withdrawn')),
  check (replaced_by is null or status = 'withdrawn'),
  check ((last_reviewed_at is null) = (reviewed_by_role is null)),
  check (translated_from <> language)
);
comment on table translation is 'A record in one language: status, provenance and times. The table <type>_translation holds its text.';
comment on column translation.language is 'BCP 47, in canonical case.';
comment on column translation.outdated is 'The original has had a major edit since this translation was written.';
comment on column translation.revision is 'Incremented by each published edit.';
comment on column translation.content_hash is 'SHA-256 of the canonical text: see ContentHash.cs.';
comment on column translation.last_reviewed_at is 'When a person last reviewed it. Null: never.';
comment on column translation.law_as_of is 'The state of the law that the text describes.';
comment on column translation.content_changed_at is 'The last major edit.';
comment on column translation.translated_from is 'The language of the original that this text translates. Null: it is an original.';
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
comment on table revision is 'Every published revision: a client''s copy of any age is found by its hash. Rows are never updated.';
comment on column revision.significance is 'minor: a typo or the layout. major: the previous revision would mislead its reader.';
alter table translation add constraint translation_revision_is_kept
  foreign key (record_id, language, revision) references revision (record_id, language, revision) deferrable initially deferred;

-- PL/pgSQL caches its plan for the session. A function in SQL is planned again by each statement that calls it.
create function served_language(record_id uuid, languages text[]) returns text
  language plpgsql stable cost 3000
as $$
begin
  return (
    select t.language
    from translation t
    where t.record_id = served_language.record_id
      and t.status = 'published'
    order by array_position(languages, lower(t.language)), t.language
    limit 1
  );
end
$$;
comment on function served_language is
  'The language to serve for a list of requested languages (lower case, best first): one of them, else any published one. Null: nothing '
  'is published.';

create function replacement(withdrawn_for uuid) returns uuid
  language sql stable strict
  return (
    with recursive chain (id) as (
      select withdrawn_for
      union
      select (
        select t.replaced_by
        from translation t
        where t.record_id = chain.id
          and t.status = 'withdrawn'
        order by t.withdrawn_at desc, t.language
        limit 1
      )
      from chain
      where served_language(chain.id, '{}') is null
    )
    select id
    from chain
    where served_language(id, '{}') is not null
  );
comment on function replacement is
  'The record to serve in place of this one: itself while it is published, else the first published record of the chain replaced_by. '
  'Null: none.';

create function publish_lock_key() returns bigint
  language sql immutable parallel safe
  return 77255345533039;
comment on function publish_lock_key is 'The key of the advisory lock that each publishing transaction holds: see PublishLock.cs.';

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
comment on column faq.position is
  'Order of all entries. An entry between two others gets a number between theirs, so that no other entry moves.';
comment on column faq.jurisdiction is 'ISO 3166-2. Null: not about one place.';
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
  aliases text[] not null default '{}' check (cardinality(aliases) <= 50),
  primary key (faq_id, language),
  foreign key (faq_id, language) references translation (record_id, language)
);
comment on column faq_translation.answer_written is 'Markdown of the source document, with its placeholders and old links.';
comment on column faq_translation.answer_markdown is 'The served Markdown: answer_written with the current URL of each linked resource.';
comment on column faq_translation.aliases is 'Other ways to ask the question, in the editor''s order. Not part of the content hash.';

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
comment on column resource.link_state is 'placeholder: the source document links to "#". Null: the source document has no link to it.';
comment on column resource.position is 'Order among the parts of its parent.';
comment on column resource.family is 'With place, the order of lists: each resource, followed by its parts.';
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
comment on table resource_target is
  'The resource of each link target in a document: every URL that a resource has or had, and # with the lower-case text of a placeholder.';
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

-- ---- keys that all instances share ----

create table secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
comment on table secret is 'cursor: the key that signs cursors, the same for all instances.';
insert into secret (name, value)
values ('cursor', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

-- ---- the app role may not change a table, delete a record or rewrite the history ----

grant select on all tables in schema public to freedomcities_app;
grant insert on source_document, slug_history, revision to freedomcities_app;
grant insert, update on
  record, translation,
  topic, topic_translation,
  faq, faq_translation,
  resource, resource_translation, resource_target
  to freedomcities_app;
grant insert, update, delete on faq_topic, faq_resource to freedomcities_app;

-- migrate:down

alter table translation drop constraint translation_revision_is_kept;
alter table record drop constraint record_slug_is_in_history;
drop function publish_lock_key, replacement, served_language;
drop table
  secret,
  faq_resource, resource_target, resource_translation, resource,
  faq_topic, faq_translation, faq, topic_translation, topic,
  revision, translation, slug_history, record, source_document;
