-- migrate:up

create table embedding (
  model text not null,
  text_hash bytea not null check (length(text_hash) = 16),
  vector bytea not null,
  primary key (model, text_hash)
);
comment on table embedding is
  'Sentence vectors of published texts, so that a restart, a second instance and a restore don''t compute them again. It can be emptied.';
comment on column embedding.text_hash is 'The first 128 bits of the SHA-256 of the text.';
comment on column embedding.vector is 'A signed byte for each dimension; then for each sentence the signs, a bit for each dimension. Only directions count.';
grant select, insert, delete on embedding to freedomcities_app;

-- migrate:down

drop table embedding;
