-- Scans of a phone without network come later; the filled sheet comes back from paper.
alter table attendances drop constraint attendances_entry_method_check;
alter table attendances add constraint attendances_entry_method_check
  check (entry_method in ('pass', 'hall-code', 'staff', 'offline', 'paper'));
alter table attendances drop constraint attendances_exit_method_check;
alter table attendances add constraint attendances_exit_method_check
  check (exit_method in ('pass', 'hall-code', 'staff', 'offline', 'paper', 'finish'));

comment on column attendances.entry_method is 'pass: staff scanned the carer''s code; hall-code: the carer used the code on the screen; staff: by name; offline: scanned without network and sent later; paper: from the filled sheet';
