-- migrate:up

-- Each change has a row of its own: one that waits for the commit of another writer must not be lost with a row that is rendered meanwhile.
alter table render_queue drop constraint render_queue_pkey;
create index render_queue_record on render_queue (record_id);

create or replace function queue_render() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into render_queue (record_id, caused_by) select ($1).%1$I, ($1).%2$I union select ($2).%1$I, ($2).%2$I', tg_argv[0], tg_argv[1]
  ) using coalesce(new, old), coalesce(old, new);
  return null;
end
$$;
comment on function queue_render is
  'The trigger''s arguments are the columns with the ids of the record and of the one that causes its change. An update of a link concerns '
  'the records that it left too.';

-- The documents of records show the date of their source.
create function queue_source_document() returns trigger language plpgsql as $$
begin
  insert into render_queue (record_id, caused_by)
  select t.record_id, t.record_id
  from translation t
  where t.source_document_id = new.id;
  return null;
end
$$;
create trigger render after update on source_document for each row execute function queue_source_document();
grant update (document_date) on source_document to freedomcities_app;

-- What isn't published is not for readers. Reads use nearest_contacts, which leaves it out.
revoke select on contact_reach from freedomcities_reader;
revoke execute on function is_open(uuid, timestamptz) from public;
grant execute on function is_open(uuid, timestamptz) to freedomcities_app;

-- migrate:down

grant execute on function is_open(uuid, timestamptz) to public;
grant select on contact_reach to freedomcities_reader;
revoke update (document_date) on source_document from freedomcities_app;
drop trigger render on source_document;
drop function queue_source_document;

create or replace function queue_render() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into render_queue (record_id, caused_by) values (($1).%I, ($1).%I) on conflict do nothing', tg_argv[0], tg_argv[1]
  ) using coalesce(new, old);
  return null;
end
$$;
comment on function queue_render is
  'The trigger''s arguments are the columns with the ids of the record and of the one that causes its change.';

drop index render_queue_record;
create table only_once as select distinct record_id, caused_by from render_queue;
delete from render_queue;
insert into render_queue select * from only_once;
drop table only_once;
alter table render_queue add primary key (record_id, caused_by);
