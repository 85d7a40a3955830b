-- The last day on which somebody may hear of a planned pause of service; absent where an announcement tells of none.
alter table notification.broadcast add column tell_by date;
comment on column notification.broadcast.tell_by is 'a resume that would tell the last people later is refused';
