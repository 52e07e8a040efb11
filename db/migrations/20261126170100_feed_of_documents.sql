-- migrate:up

-- ---- the feed is written with the documents ----

drop trigger log_change on faq;
drop trigger log_change on record;
drop trigger log_change on translation;
drop trigger log_metadata_change on translation;
drop trigger log_dependents on change;
drop trigger log_change on revision;
drop function log_dependents, log_metadata_change, log_move, log_rename, log_withdrawal, log_revision;

alter table change
  rename column replaced_by to replaced_by_id;
alter table change
  add column replaced_by text,
  add column caused_by text;
update change
set replaced_by = r.slug
from record r
where r.id = change.replaced_by_id;
alter table change drop column replaced_by_id;
comment on table change is 'The change feed. Rendering writes it: a document never changes without a row here.';
comment on column change.replaced_by is 'The slug of the replacement at the time of the change.';
comment on column change.caused_by is 'Type and slug of the record whose change caused this one. Null: the record itself.';

create or replace function begin_epoch() returns bigint language plpgsql as $$
declare
  present text := feed_epoch();
  logged bigint;
begin
  if exists (select from change_horizon where epoch = present) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(publish_lock_key()); -- a concurrent publication is logged once, before or after this
  insert into change_horizon (epoch, xid, number) values (present, '0', 0) on conflict do nothing;
  if not found then
    return 0;
  end if;
  insert into change (epoch, record_id, type, slug, language, action, revision, significance, at)
  select present, s.record_id, s.type, s.slug, s.language, 'upsert', s.revision, v.significance, v.at
  from served s
  join revision v on v.record_id = s.record_id and v.language = s.language and v.revision = s.revision
  where not exists (select from change c where c.record_id = s.record_id and c.language = s.language and c.epoch = present)
  order by s.record_id, s.language;
  get diagnostics logged = row_count;
  return logged;
end
$$;

-- ---- notifications come from the feed ----

drop trigger content on record;
drop trigger content on translation;
drop trigger content on topic;
drop trigger content on topic_translation;
drop trigger content on faq;
drop trigger content on faq_translation;
drop trigger content on faq_topic;
drop trigger content on faq_resource;
drop trigger content_of_resource on faq_resource;
drop trigger content on faq_contact;
drop trigger content on resource;
drop trigger content on resource_translation;
drop trigger content on contact;
drop trigger content on contact_translation;
drop trigger content on contact_phone;
drop trigger content on service_area;
drop trigger content on affiliate;
drop function notify_content, notify_all_content;

create function notify_content() returns trigger language plpgsql as $$
begin
  if (select count(*) from added) > 1000 then
    notify content;
  else
    perform pg_notify('content', a.record_id::text) from (select distinct record_id from added) a;
  end if;
  return null;
end
$$;
comment on function notify_content is
  'Notifies the channel "content" of each changed record. Without an id: any record may have changed.';
create trigger content after insert on change
  referencing new table as added
  for each statement execute function notify_content();

-- migrate:down

drop trigger content on change;
drop function notify_content;

create function notify_content() returns trigger language plpgsql as $$
begin
  execute format('select pg_notify(''content'', ($1).%I::text)', tg_argv[0]) using coalesce(new, old);
  return null;
end
$$;
comment on function notify_content is
  'Notifies the channel "content" of a changed record. The trigger''s argument is the column with the record''s id.';

create function notify_all_content() returns trigger language plpgsql as $$
begin
  notify content;
  return null;
end
$$;
comment on function notify_all_content is 'Notifies the channel "content" that any record may have changed.';

create trigger content after insert or update on record for each row execute function notify_content('id');
create trigger content after insert or update on translation for each row execute function notify_content('record_id');
create trigger content after insert or update on topic for each row execute function notify_content('id');
create trigger content after insert or update on topic_translation for each row execute function notify_content('topic_id');
create trigger content after insert or update on faq for each row execute function notify_content('id');
create trigger content after insert or update on faq_translation for each row execute function notify_content('faq_id');
create trigger content after insert or update or delete on faq_topic for each row execute function notify_content('faq_id');
create trigger content after insert or update or delete on faq_resource for each row execute function notify_content('faq_id');
create trigger content_of_resource after insert or update or delete on faq_resource
  for each row execute function notify_content('resource_id');
create trigger content after insert or update or delete on faq_contact for each row execute function notify_content('faq_id');
create trigger content after insert or update on resource for each row execute function notify_content('id');
create trigger content after insert or update on resource_translation for each row execute function notify_content('resource_id');
create trigger content after insert or update on contact for each row execute function notify_content('id');
create trigger content after insert or update on contact_translation for each row execute function notify_content('contact_id');
create trigger content after insert or update or delete on contact_phone for each row execute function notify_content('contact_id');
create trigger content after insert or update or delete on service_area for each row execute function notify_content('contact_id');
create trigger content after insert or update on affiliate for each statement execute function notify_all_content();

alter table change
  rename column replaced_by to replaced_by_slug;
alter table change
  add column replaced_by uuid references record,
  drop column caused_by;
update change
set replaced_by = h.record_id
from slug_history h
where h.type = change.type
  and h.slug = change.replaced_by_slug;
alter table change drop column replaced_by_slug;
create index change_replaced_by on change (replaced_by) where replaced_by is not null;
comment on table change is 'The change feed. Triggers write it in the transaction that publishes, withdraws, renames or moves a record.';

create function log_revision() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, new.language, 'upsert', new.revision, new.significance, new.at
  from record r
  join translation t on t.record_id = r.id and t.language = new.language
  where r.id = new.record_id
    and t.status = 'published';
  return null;
end
$$;
create trigger log_change after insert on revision for each row execute function log_revision();

create function log_withdrawal() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, reason, replaced_by, at)
  select r.id, r.type, r.slug, new.language, 'delete', new.revision, 'major', new.withdrawal_reason, new.replaced_by, new.withdrawn_at
  from record r
  where r.id = new.record_id;
  return null;
end
$$;
create trigger log_change after update of status on translation for each row
  when (old.status = 'published' and new.status = 'withdrawn') execute function log_withdrawal();

create function log_rename() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, renamed_from, at)
  select new.id, new.type, new.slug, t.language, 'upsert', t.revision, 'minor', old.slug, new.updated_at
  from translation t
  where t.record_id = new.id
    and t.status = 'published';
  return null;
end
$$;
create trigger log_change after update of slug on record for each row
  when (old.slug <> new.slug) execute function log_rename();

create function log_move() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, t.language, 'upsert', t.revision, 'minor', now()
  from record r
  join translation t on t.record_id = r.id
  where r.id = new.id
    and t.status = 'published';
  return null;
end
$$;
create trigger log_change after update of position, jurisdiction on faq for each row
  when (old.position <> new.position or old.jurisdiction is distinct from new.jurisdiction) execute function log_move();

create function log_metadata_change() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, new.language, 'upsert', new.revision, 'minor', now()
  from record r
  where r.id = new.record_id;
  return null;
end
$$;
comment on function log_metadata_change is 'Logs a change of metadata without a new revision: outdated, or reviewed.';
create trigger log_metadata_change after update on translation for each row
  when (old.status = 'published' and new.status = 'published' and old.revision = new.revision and old.* is distinct from new.*)
  execute function log_metadata_change();

create function log_dependents() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, t.language, 'upsert', t.revision, 'minor', new.at
  from (
    select ft.faq_id from faq_topic ft where ft.topic_id = new.record_id
    union
    select fs.faq_id from faq_resource fs where fs.resource_id = new.record_id
    union
    select fc.faq_id from faq_contact fc where fc.contact_id = new.record_id
    union
    select s.id from resource s where s.parent_id = new.record_id
    union
    select c.id from contact c where c.office_id = new.record_id
  ) showing (id)
  join record r on r.id = showing.id
  join translation t on t.record_id = r.id and t.status = 'published'
  where not exists (
    select
    from change c
    where c.record_id = t.record_id
      and c.language = t.language
      and c.xid = pg_current_xact_id()
  )
  order by r.id, t.language;
  return null;
end
$$;
comment on function log_dependents is
  'Logs the records that show the changed one by slug and name: entries with their topics, resources and contacts, parts with their '
  'parent, persons with their office.';
create trigger log_dependents after insert on change for each row
  when (pg_trigger_depth() = 1 and new.type <> 'faq') -- only direct changes: the dependents logged here have no dependents of their own
  execute function log_dependents();

create or replace function begin_epoch() returns bigint language plpgsql as $$
declare
  present text := feed_epoch();
  logged bigint;
begin
  if exists (select from change_horizon where epoch = present) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(publish_lock_key()); -- a concurrent publication is logged once, before or after this
  insert into change_horizon (epoch, xid, number) values (present, '0', 0) on conflict do nothing;
  if not found then
    return 0;
  end if;
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, t.language, 'upsert', t.revision, v.significance, v.at
  from translation t
  join record r on r.id = t.record_id
  join revision v on v.record_id = t.record_id and v.language = t.language and v.revision = t.revision
  where t.status = 'published'
    and not exists (select from change c where c.record_id = t.record_id and c.language = t.language and c.epoch = present)
  order by r.id, t.language;
  get diagnostics logged = row_count;
  return logged;
end
$$;
