-- migrate:up

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
comment on function replacement is 'What to show instead, where this record was to be shown: itself while it is published, else what replaces it, and so on; null: nothing.';

create function note_mark() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, new.language, 'upsert', new.revision, 'minor', now()
  from record r
  where r.id = new.record_id;
  return null;
end
$$;
comment on function note_mark is 'A text that stays as it is says something else of itself: it is outdated, or was reviewed.';
create trigger note_mark after update on translation for each row
  when (old.status = 'published' and new.status = 'published' and old.revision = new.revision and old.* is distinct from new.*)
  execute function note_mark();

create function note_showing() returns trigger language plpgsql as $$
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
comment on function note_showing is 'Records show others by slug and name: entries their topics, resources and contacts, parts their whole, persons their office.';
create trigger note_showing after insert on change for each row
  when (pg_trigger_depth() = 1 and new.type <> 'faq') -- what an act has noted, and not what is noted because of it
  execute function note_showing();

create or replace function note_everything() returns bigint language plpgsql as $$
declare
  present text := feed_epoch();
  noted bigint;
begin
  if exists (select from change_horizon where epoch = present) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(77255345533039); -- Publisher.TakeTurn: what is published meanwhile is noted before or after
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
  get diagnostics noted = row_count;
  return noted;
end
$$;
comment on table change_horizon is 'The epochs whose feed has begun, each with the last change that was removed for its age: a reader who has not had it must start anew.';
select note_everything();

-- migrate:down

comment on table change_horizon is 'The last change that was removed for its age: a reader who has not had it must start anew.';
create or replace function note_everything() returns bigint language plpgsql as $$
declare
  noted bigint;
begin
  if exists (select from change where epoch = feed_epoch()) or exists (select from change_horizon where epoch = feed_epoch()) then
    return 0;
  end if;
  lock table change_horizon in share row exclusive mode; -- one instance does it
  if exists (select from change where epoch = feed_epoch()) then
    return 0;
  end if;
  insert into change (record_id, type, slug, language, action, revision, significance, at)
  select r.id, r.type, r.slug, t.language, 'upsert', t.revision, v.significance, v.at
  from translation t
  join record r on r.id = t.record_id
  join revision v on v.record_id = t.record_id and v.language = t.language and v.revision = t.revision
  where t.status = 'published'
  order by r.id, t.language;
  get diagnostics noted = row_count;
  return noted;
end
$$;
drop trigger note_showing on change;
drop trigger note_mark on translation;
drop function note_showing, note_mark, replacement;
