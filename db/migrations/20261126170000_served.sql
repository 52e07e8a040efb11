-- migrate:up

-- ---- what is published, as it is served ----

create table served (
  record_id uuid not null references record,
  language text not null,
  type text not null,
  slug text not null,
  document text not null,
  hash bytea not null check (length(hash) = 32),
  revision integer not null,
  is_first boolean not null,
  updated_at timestamptz not null,
  changes_at timestamptz,
  slugs text[] not null,
  topics text[] not null,
  parents text[] not null,
  resources uuid[] not null,
  contacts uuid[] not null,
  position numeric,
  family uuid,
  place integer,
  jurisdiction text,
  kind text,
  link_state text,
  state text,
  city text,
  affiliate text,
  primary key (record_id, language)
);
comment on table served is
  'The published documents. Each publishing transaction renders the records in render_queue and those that show them. The other tables are '
  'the source: the command rebuild renders everything again.';
comment on column served.document is 'The JSON of the single GET, for a reader who asks for no language.';
comment on column served.hash is 'SHA-256 of document.';
comment on column served.is_first is
  'One language of each record. Lists filter and sort these rows, then choose the language for the reader.';
comment on column served.changes_at is 'When the document changes without an edit. Null: never.';
comment on column served.slugs is 'The current and former slugs of the record.';
comment on column served.topics is 'The current and former slugs of the record''s topics.';
comment on column served.parents is 'The current and former slugs of a part''s parent, or of a person''s office.';
comment on column served.resources is 'The resources that an answer links to, in its order.';
comment on column served.contacts is 'The contacts that an answer mentions, in its order.';
comment on column served.position is 'Order of entries and of topics.';
comment on column served.family is 'With place, the order of resources: see resource.';
comment on column served.city is 'In lower case.';
comment on column served.affiliate is 'Slug of a contact''s affiliate.';
create index served_slug on served (type, slug);
create index served_language on served (type, language, record_id);
create index served_record on served (type, record_id) where is_first;
create index served_position on served (type, position, record_id) where is_first;
create index served_updated_at on served (type, updated_at desc, record_id desc) where is_first;
create index served_jurisdiction on served (type, jurisdiction, position, record_id) where is_first;
create index served_family on served (type, family, place, record_id) where is_first;
create index served_kind on served (type, kind, family, place, record_id) where is_first;
create index served_link_state on served (type, link_state, family, place, record_id) where is_first;
create index served_state on served (type, state, record_id) where is_first;
create index served_city on served (type, city, record_id) where is_first;
create index served_affiliate on served (type, affiliate, record_id) where is_first;
create index served_names on served using gin (slugs, topics, parents) where is_first;
create index served_changes_at on served (changes_at) where changes_at is not null;

create function served_documents(ids uuid[], languages text[]) returns text[]
  language sql stable
  return array(
    select part.text
    from unnest(ids) with ordinality as given (id, place)
    cross join lateral (
      select s.language, s.document
      from served s
      where s.record_id = given.id
      order by array_position(languages, lower(s.language)), s.language
      limit 1
    ) best
    cross join lateral unnest(array[best.language, best.document]) with ordinality as part (text, n)
    order by given.place, part.n
  );
comment on function served_documents is
  'The documents of records, in the order of their ids: for each a language and the document in it. The language is one of those that are '
  'requested (lower case, best first), else any.';

create view withdrawal as
select t.record_id, r.slug, t.language, t.withdrawn_at, t.withdrawal_reason as reason, t.replaced_by
from translation t
join record r on r.id = t.record_id
where t.status = 'withdrawn';
comment on view withdrawal is 'The withdrawn texts, without their content.';

-- They read tables that readers may not read, and return only what is published.
alter function replacement(uuid) security definer set search_path = public;
alter function nearest_contacts(text[], text[], double precision, double precision, integer) security definer set search_path = public;

-- ---- what a transaction has to render ----

create table render_queue (
  record_id uuid not null references record,
  caused_by uuid not null,
  primary key (record_id, caused_by)
);
comment on table render_queue is
  'The records that were changed. A publishing transaction empties it. A row that another writer left is rendered by the service.';
comment on column render_queue.caused_by is 'The record itself, or another one whose change concerns it.';

create function queue_render() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into render_queue (record_id, caused_by) values (($1).%I, ($1).%I) on conflict do nothing', tg_argv[0], tg_argv[1]
  ) using coalesce(new, old);
  return null;
end
$$;
comment on function queue_render is
  'The trigger''s arguments are the columns with the ids of the record and of the one that causes its change.';

create function queue_affiliate() returns trigger language plpgsql as $$
begin
  insert into render_queue (record_id, caused_by)
  select c.id, c.id
  from contact c
  where c.affiliate_id = new.id
  on conflict do nothing;
  return null;
end
$$;

create trigger render after insert or update on record for each row execute function queue_render('id', 'id');
create trigger render after insert or update on translation for each row execute function queue_render('record_id', 'record_id');
create trigger render after insert or update on topic for each row execute function queue_render('id', 'id');
create trigger render after insert or update on topic_translation for each row execute function queue_render('topic_id', 'topic_id');
create trigger render after insert or update on faq for each row execute function queue_render('id', 'id');
create trigger render after insert or update on faq_translation for each row execute function queue_render('faq_id', 'faq_id');
create trigger render after insert or update or delete on faq_topic for each row execute function queue_render('faq_id', 'faq_id');
create trigger render_topic after insert or update or delete on faq_topic for each row execute function queue_render('topic_id', 'faq_id');
create trigger render after insert or update or delete on faq_resource for each row execute function queue_render('faq_id', 'faq_id');
create trigger render_resource after insert or update or delete on faq_resource
  for each row execute function queue_render('resource_id', 'faq_id');
create trigger render after insert or update or delete on faq_contact for each row execute function queue_render('faq_id', 'faq_id');
create trigger render after insert or update on resource for each row execute function queue_render('id', 'id');
create trigger render after insert or update on resource_translation
  for each row execute function queue_render('resource_id', 'resource_id');
create trigger render after insert or update on contact for each row execute function queue_render('id', 'id');
create trigger render after insert or update on contact_translation for each row execute function queue_render('contact_id', 'contact_id');
create trigger render after insert or update or delete on contact_phone
  for each row execute function queue_render('contact_id', 'contact_id');
create trigger render after insert or update or delete on service_area
  for each row execute function queue_render('contact_id', 'contact_id');
create trigger render after update on affiliate for each row execute function queue_affiliate();

insert into render_queue (record_id, caused_by)
select id, id
from record;

-- ---- readers may read what is public ----

grant select on served, withdrawal, render_queue to freedomcities_app;
grant insert, update, delete on served to freedomcities_app;
grant insert, delete on render_queue to freedomcities_app;
grant select on
  served, withdrawal, change, change_horizon, feed_origin, slug_history, revision, contact_reach, postal_code, schema_migrations
  to freedomcities_reader;

-- migrate:down

drop trigger render on record;
drop trigger render on translation;
drop trigger render on topic;
drop trigger render on topic_translation;
drop trigger render on faq;
drop trigger render on faq_translation;
drop trigger render on faq_topic;
drop trigger render_topic on faq_topic;
drop trigger render on faq_resource;
drop trigger render_resource on faq_resource;
drop trigger render on faq_contact;
drop trigger render on resource;
drop trigger render on resource_translation;
drop trigger render on contact;
drop trigger render on contact_translation;
drop trigger render on contact_phone;
drop trigger render on service_area;
drop trigger render on affiliate;
drop function queue_render, queue_affiliate;
alter function nearest_contacts(text[], text[], double precision, double precision, integer) security invoker reset search_path;
alter function replacement(uuid) security invoker reset search_path;
drop view withdrawal;
drop function served_documents;
drop table render_queue, served;
revoke all on all tables in schema public from freedomcities_reader;
