-- migrate:up

-- The control file tells of a promotion only minutes later, with the next checkpoint: until then the changes of the new history would bear the old one's name.
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

-- migrate:down

create or replace function feed_epoch() returns text
  language sql stable
  return (
    select left(encode(sha256(convert_to(concat_ws('/', s.system_identifier, c.timeline_id, d.oid, to_regclass('change')::oid), 'UTF8')), 'hex'), 32)
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d
    where d.datname = current_database()
  );
comment on function feed_epoch is 'Names this history of transactions: another after a restore (also of the tables alone, in their own database) or a failover, since transaction ids mean nothing there. Kept in no table, because a restore would bring it back.';
