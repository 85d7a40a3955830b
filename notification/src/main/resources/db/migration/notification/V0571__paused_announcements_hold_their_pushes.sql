-- Pushes of a paused announcement lie in a lane that nobody claims from. Widens a check: no row can fail it, and it is
-- validated without blocking writers. What waits of announcements that are paused now is held from here on.
alter table notification.outbox
    drop constraint outbox_lane_check,
    add constraint outbox_lane_check check (lane between 0 and 4) not valid;
alter table notification.outbox validate constraint outbox_lane_check;
comment on column notification.outbox.lane is
    '0 urgent, 1 status of a dossier, 2 what can wait, 3 announcements, 4 announcements that are paused: not sent';
update notification.outbox
set lane = 4
from notification.message
join notification.broadcast on broadcast.id = message.broadcast_id
where outbox.lane = 3 and message.id = outbox.message_id
    and broadcast.paused_at is not null and broadcast.state in ('PLANNING', 'RUNNING');

-- Only pushes that may be sent are late.
drop index notification.outbox_oldest;
create index outbox_oldest on notification.outbox (counts_from) where lane < 4;
