-- 20,000 records of each big kind, for PlanTests. Slugs are <type>-<number>.
set session_replication_role = replica;

insert into source_document (id, title, retrieved_at) values (md5('source')::uuid, 'A document', now());

create temporary table made as
select md5(type || n)::uuid as id, type, type || '-' || n as slug, n, '2026-01-01Z'::timestamptz + n * interval '1 minute' as at
from (values ('faq', 20000), ('resource', 20000), ('contact', 20000), ('topic', 40)) as kind (type, records)
cross join generate_series(1, records) as n;

insert into record (id, type, slug, updated_at) select id, type, slug, at from made;
insert into slug_history (type, slug, record_id, given_at) select type, slug, id, at from made;
insert into slug_history (type, slug, record_id, given_at) select type, 'former-' || slug, id, at from made where n <= 100;
insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at, withdrawn_at, withdrawal_reason)
select id, language, status, 'human', 1, 'sha256-' || repeat('0', 64), md5('source')::uuid, at, at,
  case when status = 'withdrawn' then at end, case when status = 'withdrawn' then 'superseded' end
from made
cross join (values ('en'), ('es')) as spoken (language)
cross join lateral (select case when made.n % 50 = 7 then 'withdrawn' else 'published' end) as life (status)
where language = 'en' or n % 3 = 0;
insert into revision (record_id, language, revision, content_hash, significance, at)
select record_id, language, revision, content_hash, 'major', published_at from translation;

insert into topic (id, position) select id, n from made where type = 'topic';
insert into topic_translation (topic_id, language, name)
select record_id, language, slug from translation join made on id = record_id where type = 'topic';

-- Places: 10 entries in US-NM, many in US-TX, most anywhere.
insert into faq (id, position, jurisdiction)
select id, n, case when n % 2000 = 0 then 'US-NM' when n % 4 = 1 then 'US-TX' end from made where type = 'faq';
insert into faq_translation (faq_id, language, question, answer_written, answer_markdown, answer_html, answer_text)
select record_id, language, slug, text, text, text, text
from translation join made on id = record_id, repeat('A sentence of an answer. ', 12) as text
where type = 'faq';
-- topic-1 has every entry, topic-2 has 10, the others share the rest.
insert into faq_topic (topic_id, faq_id) select md5('topic1')::uuid, id from made where type = 'faq';
insert into faq_topic (topic_id, faq_id) select md5('topic2')::uuid, id from made where type = 'faq' and n % 2000 = 3;
insert into faq_topic (topic_id, faq_id) select md5('topic' || (3 + n % 38))::uuid, id from made where type = 'faq';

-- Guides with nine parts each; ten broken links.
insert into resource (id, kind, url, link_state, parent_id, position)
select id, case when n % 10 > 0 then 'policy' when n % 5000 = 0 then 'video' else 'guide' end, 'https://example.org/' || n,
  case when n % 2000 = 0 then 'broken' else 'unchecked' end,
  case when n % 10 > 0 then md5('resource' || n / 10 * 10)::uuid end, nullif(n % 10, 0)
from made where type = 'resource' and n >= 10;
insert into resource (id, kind) select id, 'document' from made where type = 'resource' and n < 10;
insert into resource_translation (resource_id, language, title)
select record_id, language, slug from translation join made on id = record_id where type = 'resource';
insert into faq_resource (faq_id, language, resource_id, position)
select record_id, language, md5('resource' || linked)::uuid, position
from translation join made on id = record_id
cross join lateral (values (n, 1), (20 + n % 2000 * 10, 2)) as link (linked, position)
where type = 'faq' and linked <> 20 + n % 2000 * 10 or type = 'faq' and position = 2;

-- Every hundredth contact is the office of those after it; ten are in New Mexico; affiliate-2 is small.
insert into affiliate (id, slug, name) select md5('affiliate' || n)::uuid, 'affiliate-' || n, 'Affiliate ' || n from generate_series(1, 60) as n;
insert into contact (id, kind, affiliate_id, office_id, email, city, state)
select id, case when n % 100 > 0 and n > 100 then 'person' else 'office' end,
  md5('affiliate' || case when n < 200 then 2 when n % 2 = 0 then 1 else 3 + n / 100 % 57 end)::uuid,
  case when n % 100 > 0 and n > 100 then md5('contact' || n / 100 * 100)::uuid end,
  'a' || n || '@example.org', case when n % 2000 = 0 then 'Santa Fe' else 'City ' || n % 300 end, case when n % 2000 = 0 then 'NM' else 'TX' end
from made where type = 'contact';
insert into contact_translation (contact_id, language, name)
select record_id, language, slug from translation join made on id = record_id where type = 'contact';
insert into contact_phone (contact_id, position, number, display, type)
select id, position, '+15055550100', '(505) 555-0100', 'voice' from made cross join generate_series(1, 2) as position where type = 'contact';
insert into service_area (contact_id, kind, code, name) select id, 'state', 'NM', 'New Mexico' from made where type = 'contact';
insert into faq_contact (faq_id, language, contact_id, position)
select record_id, language, md5('contact' || n)::uuid, 1 from translation join made on id = record_id where type = 'faq';

reset session_replication_role;
analyze;
