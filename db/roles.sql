-- Three roles: the owner migrates, the app publishes and does what the commands do, the reader can only read what is public.
-- Run once by a superuser on a new server, before `migrate`; the embedded default runs it by itself.
-- Passwords, where the server wants them, are set by the operator: alter role freedomcities_app password '…'.
do $$
begin
  if not exists (select from pg_roles where rolname = 'freedomcities_owner') then
    create role freedomcities_owner login nosuperuser nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'freedomcities_app') then
    create role freedomcities_app login nosuperuser nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'freedomcities_reader') then
    create role freedomcities_reader login nosuperuser nocreatedb nocreaterole;
  end if;
  -- The content fits in memory, where random reads cost as much as sequential ones: the planner shall use indexes.
  if not exists (
    select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
    where r.rolname = 'freedomcities_reader' and 'random_page_cost=1.1' = any (s.setconfig)
  ) then
    alter role freedomcities_app set random_page_cost = 1.1;
    alter role freedomcities_reader set random_page_cost = 1.1;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create on database %I to freedomcities_owner', current_database());
  execute format('grant connect on database %I to freedomcities_app, freedomcities_reader', current_database());
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to freedomcities_owner;
grant usage on schema public to freedomcities_app, freedomcities_reader;
