-- 100,000 contacts at the postal codes of the United States, every eighth in Texas; slugs are contact-<number>. Needs the table postal_code filled.
-- All but every 31st serve their state (14,000 and more serve Texas), every 10th its county, every 50th its postal code; every 5th is an office.
set session_replication_role = replica; -- no trigger, no check of references

insert into source_document (id, title, retrieved_at) values (md5('source')::uuid, 'A document', now());
insert into affiliate (id, slug, name) values (md5('affiliate')::uuid, 'affiliate', 'An affiliate');

create temporary table made as
with numbered as (
  select code, city, state, county, county_fips, latitude, longitude, row_number() over (order by code) - 1 as place from postal_code
),
texan as (
  select code, city, state, county, county_fips, latitude, longitude, row_number() over (order by code) - 1 as place from postal_code where state = 'TX'
)
select md5('contact' || n)::uuid as id, 'contact-' || n as slug, n, md5('contact' || n / 5 * 5)::uuid as office, code, city, state, county, county_fips, latitude, longitude
from generate_series(5, 100004) as n
join numbered on n % 8 > 0 and place = n * 7919::bigint % (select count(*) from numbered)
union all
select md5('contact' || n)::uuid, 'contact-' || n, n, md5('contact' || n / 5 * 5)::uuid, code, city, state, county, county_fips, latitude, longitude
from generate_series(5, 100004) as n
join texan on n % 8 = 0 and place = n * 7919::bigint % (select count(*) from texan);

insert into record (id, type, slug, updated_at) select id, 'contact', slug, now() from made;
insert into slug_history (type, slug, record_id, given_at) select 'contact', slug, id, now() from made;
insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at)
select id, 'en', 'published', 'human', 1, 'sha256-' || repeat('0', 64), md5('source')::uuid, now(), now() from made;
insert into revision (record_id, language, revision, content_hash, significance, at)
select id, 'en', 1, 'sha256-' || repeat('0', 64), 'major', now() from made;
insert into contact (id, kind, affiliate_id, office_id, email, city, state, county, latitude, longitude)
select id, case when n % 5 = 0 then 'office' else 'person' end, md5('affiliate')::uuid, case when n % 5 > 0 then office end,
  'a' || n || '@example.org', city, state, county_fips, latitude, longitude
from made;
insert into contact_translation (contact_id, language, name) select id, 'en', slug from made;
insert into contact_phone (contact_id, position, number, display, type) select id, 1, '+15055550100', '(505) 555-0100', 'voice' from made;
insert into service_area (contact_id, kind, code, name) select id, 'state', state, state from made where n % 31 > 0;
insert into service_area (contact_id, kind, code, name) select id, 'county', county_fips, county || ' County' from made where n % 10 = 1 and n % 31 > 0;
insert into service_area (contact_id, kind, code, name) select id, 'postal-code', code, code from made where n % 50 = 2 and n % 31 > 0;
insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude)
select contact_id, kind, code, is_person, latitude, longitude from contact_reach_made;

reset session_replication_role;
analyze;
