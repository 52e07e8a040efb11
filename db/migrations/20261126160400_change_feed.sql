-- migrate:up

create materialized view feed_origin as select gen_random_uuid() as id;
comment on materialized view feed_origin is
  'An id that differs between this database and a restored dump of it: pg_dump saves the query, not its result. Refresh it to begin a new '
  'epoch.';

create function feed_epoch() returns text
  language plpgsql stable
as $$
declare
  history text;
begin
  begin
    -- The privileges of public, so that every role computes the same epoch.
    if has_function_privilege('public', 'pg_control_system()', 'execute')
      and has_function_privilege('public', 'pg_control_checkpoint()', 'execute')
      and has_function_privilege('public', 'pg_control_recovery()', 'execute')
      and has_function_privilege('public', 'pg_current_wal_insert_lsn()', 'execute')
      and has_function_privilege('public', 'pg_walfile_name(pg_lsn)', 'execute')
    then
      -- The name of the WAL file has the timeline of a promotion at once. The control file has it after the next checkpoint, minutes later.
      select concat_ws('/', s.system_identifier, case
        when pg_is_in_recovery() then (
          select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r
        )
        else ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer
      end)
      into history
      from pg_control_system() s;
    end if;
  exception
    -- Some hosted servers forbid these functions, or lack them.
    when insufficient_privilege or feature_not_supported or undefined_function then null;
  end;
  if history is null and (select relispopulated from pg_class where oid = to_regclass('feed_origin')) then
    select id::text into history from feed_origin;
  end if;
  return (
    select left(encode(sha256(convert_to(concat_ws('/', history, d.oid, to_regclass('change')::oid), 'UTF8')), 'hex'), 32)
    from pg_database d
    where d.datname = current_database()
  );
end
$$;
comment on function feed_epoch is
  'Identifies the history of transactions to which the ids in change belong. A restore, also of tables within the same database, and a '
  'promotion begin a new epoch; a standby has its primary''s. It is computed, because a stored epoch would be restored too. Where the '
  'server does not show its identifier and timeline, feed_origin replaces them, and a promotion does not change the epoch: a cursor whose '
  'change is missing then reveals the loss.';

create table change (
  epoch text not null default feed_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  number bigint not null generated always as identity,
  record_id uuid not null references record,
  type text not null,
  slug text not null,
  language text not null,
  action text not null check (action in ('upsert', 'delete')),
  revision integer not null,
  significance text not null check (significance in ('minor', 'major')),
  reason text,
  replaced_by uuid references record,
  renamed_from text,
  at timestamptz not null,
  logged_at timestamptz not null default now(),
  primary key (epoch, xid, number)
);
comment on table change is 'The change feed. Triggers write it in the transaction that publishes, withdraws, renames or moves a record.';
comment on column change.xid is
  'The order of the feed. Changes below the oldest running transaction are final, so that a cursor skips no late commit.';
comment on column change.slug is 'The record''s slug after the change.';
comment on column change.logged_at is 'When the change was logged, from which its retention counts. In a new epoch it is later than at.';
create index change_logged_at on change (logged_at);
create index change_record on change (record_id);
create index change_replaced_by on change (replaced_by) where replaced_by is not null;

create table change_horizon (
  epoch text primary key,
  xid xid8 not null,
  number bigint not null
);
comment on table change_horizon is
  'The epochs that have begun, each with the last change that retention has deleted. A cursor before it must resync.';

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

create function begin_epoch() returns bigint language plpgsql as $$
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
comment on function begin_epoch is
  'Begins the feed of a new epoch, in a new or restored database: logs everything that is published. Returns the number of changes; 0: '
  'the epoch had begun.';
select begin_epoch();

grant select on feed_origin to freedomcities_app;
grant select, insert, delete on change to freedomcities_app;
grant select, insert, update on change_horizon to freedomcities_app;

-- migrate:down

drop trigger log_change on faq;
drop trigger log_change on record;
drop trigger log_change on translation;
drop trigger log_metadata_change on translation;
drop trigger log_change on revision;
drop table change_horizon, change;
drop function begin_epoch, log_dependents, log_metadata_change, log_move, log_rename, log_withdrawal, log_revision;
drop function feed_epoch;
drop materialized view feed_origin;
