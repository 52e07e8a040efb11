-- migrate:up

alter table source_document add column document_date date;
comment on column source_document.document_date is 'The date that the document declares, or that an editor states. Null: unknown.';

-- Documents have a new member.
insert into render_queue (record_id, caused_by)
select id, id
from record
on conflict do nothing;

-- migrate:down

alter table source_document drop column document_date;
