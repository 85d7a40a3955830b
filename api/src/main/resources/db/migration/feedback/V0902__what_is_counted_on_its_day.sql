-- Publications and answers found unfit are counted on their day. Both tables are locked for a moment while this runs.
create index step_counted_on_its_day on feedback.step (at) where move in ('PUBLISH', 'UNFIT');

-- Whether the dossier that is named was the sender's own when the case was sent; unknown of older cases.
alter table feedback.petition add column own_dossier boolean not null default false;
create index petition_of_own_dossier on feedback.petition (sent_at) where own_dossier;
