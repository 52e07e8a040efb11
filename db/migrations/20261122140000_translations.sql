-- migrate:up

alter table faq_translation
  add column aliases text[] not null default '{}' check (cardinality(aliases) <= 50);
comment on column faq_translation.aliases is 'Other ways that people ask the same, in the editor''s order. No part of the content hash.';

alter table translation
  add column translated_from text check (translated_from <> language),
  add foreign key (record_id, translated_from) references translation (record_id, language);
comment on column translation.translated_from is 'The language of the same record whose text this one translates; null: an original.';

-- migrate:down

alter table translation drop column translated_from;
alter table faq_translation drop column aliases;
