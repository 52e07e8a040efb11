-- 20,000 records of each big kind as they are served, for PlanTests. Slugs are <type>-<number>.
set session_replication_role = replica;

insert into source_document (id, title, retrieved_at) values (md5('source')::uuid, 'A document', now());

create temporary table made as
select md5(type || n)::uuid as id, type, type || '-' || n as slug, n, '2026-01-01Z'::timestamptz + n * interval '1 minute' as at
from (values ('faq', 20000), ('resource', 20000), ('contact', 20000), ('topic', 40)) as kind (type, records)
cross join generate_series(1, records) as n;

create temporary table spoken as
select made.*, language, n % 50 = 7 as is_withdrawn
from made
cross join (values ('en'), ('es')) as spoken (language)
where language = 'en' or n % 3 = 0;

insert into record (id, type, slug, updated_at) select id, type, slug, at from made;
insert into slug_history (type, slug, record_id, given_at) select type, slug, id, at from made;
insert into slug_history (type, slug, record_id, given_at) select type, 'former-' || slug, id, at from made where n <= 100;
insert into translation (record_id, language, status, origin, revision, content_hash, source_document_id, published_at, content_changed_at, withdrawn_at, withdrawal_reason)
select id, language, case when is_withdrawn then 'withdrawn' else 'published' end, 'human', 1, 'sha256-' || repeat('0', 64),
  md5('source')::uuid, at, at, case when is_withdrawn then at end, case when is_withdrawn then 'superseded' end
from spoken;
insert into revision (record_id, language, revision, content_hash, significance, at)
select record_id, language, revision, content_hash, 'major', published_at from translation;

-- Members of all types: those of another type are ignored.
create function pg_temp.document(id uuid, slug text, language text) returns text language sql return format(
  '{"id":"%s","slug":"%s","name":"%2$s","title":"%2$s","question":"%2$s","aliases":[],"description":null,"kind":"office","position":1,'
  '"faqCount":1,"url":null,"linkState":null,"linkCheckedAt":null,"parent":null,"event":null,"role":null,"office":null,"email":null,'
  '"affiliate":{"slug":"a","name":"A","url":null},"phones":[],"address":null,"location":null,"serves":[],"hours":null,"accessibility":null,"languages":[],"jurisdiction":null,'
  '"answer":{"markdown":"%3$s","html":"%3$s","text":"%3$s"},"topics":[],"resources":[],"contacts":[],'
  '"language":{"requested":null,"served":"%4$s","fallback":false,"available":["%4$s"],"origin":"human","status":"current"},'
  '"trust":{"status":"unreviewed","lastReviewedAt":null,"reviewedByRole":null,"reviewDueAt":null,"lawAsOf":null,'
  '"source":{"title":"A document","retrievedAt":"2026-01-01T00:00:00Z","documentDate":null,"sha256":null}},"revision":1,"contentHash":"sha256-%5$s",'
  '"publishedAt":"2026-01-01T00:00:00Z","contentChangedAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z"}',
  id, slug, repeat('A sentence of an answer. ', 2), language, repeat('0', 64)
);

-- topic-1 has every entry, topic-2 has 10, the others share the rest. Places: 10 entries in US-NM, many in US-TX, most anywhere. Guides
-- with nine parts each; ten broken links. Every hundredth contact is the office of those after it; ten are in New Mexico; affiliate-2 is small.
insert into served (
  record_id, language, type, slug, document, hash, revision, is_first, updated_at, slugs, topics, parents, resources, contacts,
  position, family, place, jurisdiction, kind, link_state, state, city, affiliate
)
select
  id, language, type, slug, pg_temp.document(id, slug, language), sha256(slug::bytea), 1, language = 'en', at,
  array[slug] || case when n <= 100 then array['former-' || slug] else '{}' end,
  case when type in ('faq', 'resource') then array['topic-1', 'topic-' || 3 + n % 38]
    || case when n % 2000 = 3 then array['topic-2'] else '{}' end
    || case when 3 + n % 38 = 9 then array['former-topic-9'] else '{}' end
  else '{}' end,
  case
    when type = 'resource' and n >= 10 and n % 10 > 0 then array['resource-' || n / 10 * 10]
    when type = 'contact' and n > 100 and n % 100 > 0 then array['contact-' || n / 100 * 100]
    else '{}'
  end,
  case when type = 'faq' then array[md5('resource' || n)::uuid, md5('resource' || 20 + n % 2000 * 10)::uuid] else '{}' end,
  case when type = 'faq' then array[md5('contact' || n)::uuid] else '{}' end,
  case when type in ('faq', 'topic') then n end,
  case when type = 'resource' then md5('resource' || n / 10 * 10)::uuid end,
  case when type = 'resource' then n % 10 end,
  case when type <> 'faq' then null when n % 2000 = 0 then 'US-NM' when n % 4 = 1 then 'US-TX' end,
  case
    when type = 'resource' and n < 10 then 'document'
    when type = 'resource' and n % 10 > 0 then 'policy'
    when type = 'resource' and n % 5000 = 0 then 'video'
    when type = 'resource' then 'guide'
    when type = 'contact' and n % 100 > 0 and n > 100 then 'person'
    when type = 'contact' then 'office'
  end,
  case when type <> 'resource' then null when n % 2000 = 0 then 'broken' else 'unchecked' end,
  case when type <> 'contact' then null when n % 2000 = 0 then 'NM' else 'TX' end,
  case when type <> 'contact' then null when n % 2000 = 0 then 'santa fe' else 'city ' || n % 300 end,
  case when type = 'contact' then 'affiliate-' || case when n < 200 then 2 when n % 2 = 0 then 1 else 3 + n / 100 % 57 end end
from spoken
where not is_withdrawn;

reset session_replication_role;
analyze;
