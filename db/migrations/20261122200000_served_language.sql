-- migrate:up

-- In PL/pgSQL a connection plans it once; in SQL each statement that calls it did.
create or replace function served_language(record_id uuid, languages text[]) returns text
  language plpgsql stable cost 3000
as $$
begin
  return (
    select t.language
    from translation t
    where t.record_id = served_language.record_id
      and t.status = 'published'
    order by array_position(languages, lower(t.language)), t.language
    limit 1
  );
end
$$;

-- migrate:down

create or replace function served_language(record_id uuid, languages text[]) returns text
  language sql stable cost 3000
  return (
    select t.language
    from translation t
    where t.record_id = served_language.record_id
      and t.status = 'published'
    order by array_position(languages, lower(t.language)), t.language
    limit 1
  );
