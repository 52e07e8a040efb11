-- migrate:up

alter table translation
  drop constraint translation_withdrawal_reason_check,
  add constraint translation_withdrawal_reason_check
    check (withdrawal_reason in ('law-changed', 'superseded', 'merged', 'error', 'erased'));

-- migrate:down

update translation set withdrawal_reason = 'error' where withdrawal_reason = 'erased';

alter table translation
  drop constraint translation_withdrawal_reason_check,
  add constraint translation_withdrawal_reason_check check (withdrawal_reason in ('law-changed', 'superseded', 'merged', 'error'));
