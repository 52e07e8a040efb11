-- migrate:up

create function notify_content() returns trigger language plpgsql as $$
begin
  execute format('select pg_notify(''content'', ($1).%I::text)', tg_argv[0]) using coalesce(new, old);
  return null;
end
$$;
comment on function notify_content is
  'Notifies the channel "content" of a changed record. The trigger''s argument is the column with the record''s id.';

create function notify_all_content() returns trigger language plpgsql as $$
begin
  notify content;
  return null;
end
$$;
comment on function notify_all_content is 'Notifies the channel "content" that any record may have changed.';

create trigger content after insert or update on record for each row execute function notify_content('id');
create trigger content after insert or update on translation for each row execute function notify_content('record_id');
create trigger content after insert or update on topic for each row execute function notify_content('id');
create trigger content after insert or update on topic_translation for each row execute function notify_content('topic_id');
create trigger content after insert or update on faq for each row execute function notify_content('id');
create trigger content after insert or update on faq_translation for each row execute function notify_content('faq_id');
create trigger content after insert or update or delete on faq_topic for each row execute function notify_content('faq_id');
create trigger content after insert or update or delete on faq_resource for each row execute function notify_content('faq_id');
create trigger content_of_resource after insert or update or delete on faq_resource
  for each row execute function notify_content('resource_id');
create trigger content after insert or update or delete on faq_contact for each row execute function notify_content('faq_id');
create trigger content after insert or update on resource for each row execute function notify_content('id');
create trigger content after insert or update on resource_translation for each row execute function notify_content('resource_id');
create trigger content after insert or update on contact for each row execute function notify_content('id');
create trigger content after insert or update on contact_translation for each row execute function notify_content('contact_id');
create trigger content after insert or update or delete on contact_phone for each row execute function notify_content('contact_id');
create trigger content after insert or update or delete on service_area for each row execute function notify_content('contact_id');
create trigger content after insert or update on affiliate for each statement execute function notify_all_content();

-- migrate:down

drop trigger content on record;
drop trigger content on translation;
drop trigger content on topic;
drop trigger content on topic_translation;
drop trigger content on faq;
drop trigger content on faq_translation;
drop trigger content on faq_topic;
drop trigger content on faq_resource;
drop trigger content_of_resource on faq_resource;
drop trigger content on faq_contact;
drop trigger content on resource;
drop trigger content on resource_translation;
drop trigger content on contact;
drop trigger content on contact_translation;
drop trigger content on contact_phone;
drop trigger content on service_area;
drop trigger content on affiliate;
drop function notify_content, notify_all_content;
