-- Two roles: the owner migrates, the app can only do what the API and its commands do.
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
  -- The content fits in memory, where random reads cost as much as sequential ones: the planner shall use indexes.
  if not exists (
    select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
    where r.rolname = 'freedomcities_app' and 'random_page_cost=1.1' = any (s.setconfig)
  ) then
    alter role freedomcities_app set random_page_cost = 1.1;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create on database %I to freedomcities_owner', current_database());
  execute format('grant connect on database %I to freedomcities_app', current_database());
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to freedomcities_owner;
grant usage on schema public to freedomcities_app;
