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
insert into service_area (contact_id, kind, code, name) select id, 'state', state, state from made where n % 31 > 0;
insert into service_area (contact_id, kind, code, name) select id, 'county', county_fips, county || ' County' from made where n % 10 = 1 and n % 31 > 0;
insert into service_area (contact_id, kind, code, name) select id, 'postal-code', code, code from made where n % 50 = 2 and n % 31 > 0;
insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude, state, located_by)
select contact_id, kind, code, is_person, latitude, longitude, state, located_by from contact_reach_made;
insert into served (
  record_id, language, type, slug, document, hash, revision, is_first, updated_at, slugs, topics, parents, resources, contacts, kind, state, city
)
select id, 'en', 'contact', slug, format(
    '{"id":"%1$s","slug":"%2$s","kind":"%3$s","name":"%2$s","role":null,"description":null,"affiliate":{"slug":"affiliate","name":"An affiliate","url":null},'
    '"office":null,"email":null,"phones":[],"address":null,"location":{"city":"%4$s","state":"%5$s","county":"%6$s","latitude":%7$s,"longitude":%8$s},"serves":%9$s,'
    '"hours":null,"accessibility":null,"languages":[],"language":{"requested":null,"served":"en","fallback":false,"available":["en"],"origin":"human","status":"current"},'
    '"trust":{"status":"unreviewed","lastReviewedAt":null,"reviewedByRole":null,"reviewDueAt":null,"lawAsOf":null,'
    '"source":{"title":"A document","retrievedAt":"2026-01-01T00:00:00Z","documentDate":null,"sha256":null}},"revision":1,"contentHash":"sha256-%10$s",'
    '"publishedAt":"2026-01-01T00:00:00Z","contentChangedAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"}',
    id, slug, case when n % 5 = 0 then 'office' else 'person' end, city, state, county_fips, latitude, longitude, (
      select coalesce(json_agg(json_build_object('kind', v.kind, 'code', v.code, 'name', v.name)), '[]') from service_area v where v.contact_id = made.id
    ), repeat('0', 64)
  ),
  sha256(slug::bytea), 1, true, now(), array[slug], '{}', '{}', '{}', '{}',
  case when n % 5 = 0 then 'office' else 'person' end, state, lower(city)
from made;

reset session_replication_role;
analyze;
