-- migrate:up

create materialized view feed_origin as select gen_random_uuid() as id;
comment on materialized view feed_origin is 'Tells this database from what is restored from its dump: a dump holds how it is made, and not what it held. Refreshing it begins the feed of changes anew.';
grant select on feed_origin to freedomcities_app;

create or replace function feed_epoch() returns text
  language plpgsql stable
as $$
declare
  history text;
begin
  begin
    -- Of everybody, so that all roles name the same epoch.
    if has_function_privilege('public', 'pg_control_system()', 'execute')
      and has_function_privilege('public', 'pg_control_checkpoint()', 'execute')
      and has_function_privilege('public', 'pg_control_recovery()', 'execute')
      and has_function_privilege('public', 'pg_current_wal_insert_lsn()', 'execute')
      and has_function_privilege('public', 'pg_walfile_name(pg_lsn)', 'execute')
    then
      -- The control file tells of a promotion only minutes later, with the next checkpoint: until then the changes of the new history would bear the old one's name.
      select concat_ws('/', s.system_identifier, case
        when pg_is_in_recovery() then (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)
        else ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer
      end)
      into history
      from pg_control_system() s;
    end if;
  exception
    when insufficient_privilege or feature_not_supported or undefined_function then null; -- there are servers that refuse them to everybody, or lack them
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
comment on function feed_epoch is 'Names this history of transactions: another after a restore (also of the tables alone, in their own database) or a promotion, since transaction ids mean nothing there; a standby''s is its primary''s. Kept in no table, because a restore would bring it back. Where the server''s identifier and timeline may not be read, feed_origin stands for them, and a promotion keeps the epoch: a cursor whose change isn''t there any more tells of what was lost.';

-- migrate:down

create or replace function feed_epoch() returns text
  language sql stable
  return (
    select left(encode(sha256(convert_to(concat_ws('/',
      s.system_identifier,
      case
        when pg_is_in_recovery() then (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)
        else ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer
      end,
      d.oid,
      to_regclass('change')::oid
    ), 'UTF8')), 'hex'), 32)
    from pg_control_system() s, pg_database d
    where d.datname = current_database()
  );
comment on function feed_epoch is 'Names this history of transactions: another after a restore (also of the tables alone, in their own database) or a promotion, since transaction ids mean nothing there; a standby''s is its primary''s. Kept in no table, because a restore would bring it back.';
drop materialized view feed_origin;
