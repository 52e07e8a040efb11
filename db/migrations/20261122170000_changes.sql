-- migrate:up

create function feed_epoch() returns text
  language sql stable
  return (
    select left(encode(sha256(convert_to(concat_ws('/', s.system_identifier, c.timeline_id, d.oid, to_regclass('change')::oid), 'UTF8')), 'hex'), 32)
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d
    where d.datname = current_database()
  );
comment on function feed_epoch is 'Names this history of transactions: another after a restore (also of the tables alone, in their own database) or a failover, since transaction ids mean nothing there. Kept in no table, because a restore would bring it back.';

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
  noted_at timestamptz not null default now(),
  primary key (epoch, xid, number)
);
comment on table change is 'What was published, withdrawn or renamed, made by triggers in the transaction that did it.';
comment on column change.xid is 'The feed goes by it: what is below the oldest transaction that still runs is final, so that none that commits late is passed by.';
comment on column change.slug is 'The record''s name after the act.';
comment on column change.noted_at is 'When it came into the feed, which it leaves by age: a restored database notes anew what happened long ago.';
create index change_noted_at on change (noted_at);
create index change_record on change (record_id);
create index change_replaced_by on change (replaced_by) where replaced_by is not null;

create table change_horizon (
  epoch text primary key,
  xid xid8 not null,
  number bigint not null
);
comment on table change_horizon is 'The last change that was removed for its age: a reader who has not had it must start anew.';

create function note_revision() returns trigger language plpgsql as $$
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
create trigger note_change after insert on revision for each row execute function note_revision();

create function note_withdrawal() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, reason, replaced_by, at)
  select r.id, r.type, r.slug, new.language, 'delete', new.revision, 'major', new.withdrawal_reason, new.replaced_by, new.withdrawn_at
  from record r
  where r.id = new.record_id;
  return null;
end
$$;
create trigger note_change after update of status on translation for each row
  when (old.status = 'published' and new.status = 'withdrawn') execute function note_withdrawal();

create function note_new_slug() returns trigger language plpgsql as $$
begin
  insert into change (record_id, type, slug, language, action, revision, significance, renamed_from, at)
  select new.id, new.type, new.slug, t.language, 'upsert', t.revision, 'minor', old.slug, new.updated_at
  from translation t
  where t.record_id = new.id
    and t.status = 'published';
  return null;
end
$$;
create trigger note_change after update of slug on record for each row
  when (old.slug <> new.slug) execute function note_new_slug();

create function note_move() returns trigger language plpgsql as $$
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
create trigger note_change after update of position, jurisdiction on faq for each row
  when (old.position <> new.position or old.jurisdiction is distinct from new.jurisdiction) execute function note_move();

create function note_everything() returns bigint language plpgsql as $$
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
comment on function note_everything is 'Where a new epoch begins (these tables are new, or were restored), its feed starts with all that is published.';
select note_everything();

grant select, insert, delete on change to freedomcities_app;
grant select, insert, update on change_horizon to freedomcities_app;

-- migrate:down

drop trigger note_change on faq;
drop trigger note_change on record;
drop trigger note_change on translation;
drop trigger note_change on revision;
drop function note_everything, note_move, note_new_slug, note_withdrawal, note_revision;
drop table change_horizon, change;
drop function feed_epoch;
