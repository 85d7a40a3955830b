-- Reflections and recommendations (phản ánh, kiến nghị) and repair cases. All tables are new: nothing is locked.
create schema feedback;
grant usage on schema feedback to ${appRole};

-- The last number given out on a day. Taken in a statement of its own: numbers may have gaps, senders never wait for each other.
create table feedback.day_number (
    day  date primary key,
    last integer not null check (last > 0)
);
grant select, insert, update on feedback.day_number to ${appRole};

create table feedback.petition (
    code         text primary key check (code ~ '^PAKN\.\d{8}\.\d{4,9}$'),
    kind         text not null check (kind in ('PAKN', 'REPAIR')),
    state        text not null check (state in ('NEW', 'RECEIVED', 'IN_PROGRESS', 'SUPPLEMENT_REQUESTED', 'SUPPLEMENTED',
        'FORWARDED', 'RETURNED', 'ANSWERED', 'PUBLISHED', 'CLOSED', 'REFUSED', 'OUT_OF_SCOPE')),
    sent_at      timestamptz not null,
    changed_at   timestamptz not null,
    -- Keyed hash of the sender; null once the identity was removed.
    person_key   uuid,
    -- Name and contact, and apart from it title, text and place: sealed by the service.
    sender       bytea,
    content      bytea not null,
    -- Keyed hash that a look-up without an account is proven with.
    proof        bytea,
    procedure_code text check (length(procedure_code) <= 40),
    dossier_code text check (length(dossier_code) <= 60),
    subject      text check (subject in ('CONDUCT', 'REGULATION', 'BOTH', 'OTHER')),
    -- Which of the eight contents of NĐ 20/2008 art. 5.
    matter       smallint check (matter between 1 and 8),
    -- A complaint or a denunciation has another legal track and is never published as feedback.
    track        text not null check (track in ('NONE', 'COMPLAINT', 'DENUNCIATION')),
    track_by     text not null check (track_by in ('RULE', 'OFFICER')),
    first_unit   text not null,
    unit         text not null,
    -- The date that the present holder has to keep; null while it waits for the sender or has ended.
    due_on       date,
    calendar     bigint not null,
    reopened     integer not null default 0,
    -- Smallest hashes of the text without marks, for likeness; and of the place.
    sketch       bigint[] not null,
    place_key    bigint,
    repeated_of  text,
    answered_at  timestamptz,
    ended_at     timestamptz,
    solved       boolean,
    public_title text,
    public_text  text,
    public_answer text,
    public_words tsvector,
    published_at timestamptz,
    likes        integer not null default 0 check (likes >= 0),
    dislikes     integer not null default 0 check (dislikes >= 0),
    constraint petition_published_is_whole check ((published_at is null) = (public_text is null)),
    constraint petition_only_feedback_is_published check (published_at is null or kind = 'PAKN'),
    constraint petition_other_tracks_are_never_published check (state <> 'PUBLISHED' or track = 'NONE')
) with (fillfactor = 80);
create index petition_of_person on feedback.petition (person_key, sent_at desc, code desc) where person_key is not null;
create index petition_queue on feedback.petition (unit collate "C", due_on, code)
    where ended_at is null;
create index petition_published on feedback.petition (published_at desc, code desc) where published_at is not null;
create index petition_words on feedback.petition using gin (public_words) where published_at is not null;
create index petition_sketch on feedback.petition using gin (sketch);
create index petition_ended on feedback.petition (ended_at) where person_key is not null or sender is not null;
create index petition_open_calendar on feedback.petition (calendar) where ended_at is null;
grant select, insert, update on feedback.petition to ${appRole};

-- Append-only for the service: what happened, by whom, with what words.
create table feedback.step (
    code    text not null references feedback.petition,
    number  integer not null check (number > 0),
    at      timestamptz not null,
    move    text not null check (move ~ '^[A-Z_]{3,30}$'),
    state   text not null,
    actor   text not null check (actor in ('SENDER', 'OFFICER', 'SERVICE')),
    -- The unit that held it when the move was made, and the one that holds it afterwards.
    unit    text not null,
    to_unit text not null,
    -- The account, for an inquiry; never shown.
    account text,
    words   bytea,
    primary key (code, number)
);
grant select, insert on feedback.step to ${appRole};

-- One row for each hand-over: what is measured is measured here, by unit.
create table feedback.assignment (
    code        text not null references feedback.petition,
    number      integer not null,
    unit        text not null,
    from_unit   text,
    action      text not null check (action in ('SENT', 'ASSIGNED', 'FORWARDED', 'RETURNED', 'REOPENED')),
    started_on  date not null,
    -- The day on which it was finished for this unit, and how.
    finished_on date,
    outcome     text check (outcome in ('ANSWERED', 'REFUSED', 'OUT_OF_SCOPE', 'FORWARDED', 'RETURNED', 'ASSIGNED')),
    due_on      date,
    answered_on date,
    late        boolean not null default false,
    primary key (code, number)
);
create index assignment_of_unit on feedback.assignment (unit collate "C", started_on);
create index assignment_open on feedback.assignment (unit collate "C") where finished_on is null;
grant select, insert, update on feedback.assignment to ${appRole};

-- A phone may send again: the same key gives the same case.
create table feedback.request_key (
    person_key uuid not null,
    key        text not null check (length(key) between 8 and 100),
    body       bytea not null,
    code       text not null,
    at         timestamptz not null default now(),
    primary key (person_key, key)
);
create index request_key_age on feedback.request_key (at);
grant select, insert, delete on feedback.request_key to ${appRole};

create table feedback.likeness (
    code        text not null references feedback.petition,
    other       text not null references feedback.petition,
    likeness    real not null check (likeness between 0 and 1),
    same_sender boolean not null,
    same_procedure boolean not null,
    same_place  boolean not null,
    primary key (code, other)
);
grant select, insert on feedback.likeness to ${appRole};

create table feedback.vote (
    code       text not null references feedback.petition,
    person_key uuid not null,
    likes      boolean not null,
    at         timestamptz not null default now(),
    primary key (code, person_key)
);
create index vote_of_person on feedback.vote (person_key);
grant select, insert, update, delete on feedback.vote to ${appRole};

create table feedback.attachment (
    id         uuid primary key default uuidv7(),
    code       text not null references feedback.petition,
    name       bytea not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/heic', 'application/pdf')),
    bytes      bigint not null check (bytes > 0),
    sha256     bytea not null,
    -- Where the bytes lie, in the store that the service is configured with.
    reference  text not null,
    scanned    boolean not null,
    added_at   timestamptz not null default now(),
    constraint attachment_once unique (code, sha256)
);
grant select, insert, delete on feedback.attachment to ${appRole};

-- Who looked at a case, for its sender. Append-only for the service.
create table feedback.access (
    id       bigint generated always as identity primary key,
    code     text not null,
    at       timestamptz not null default now(),
    agency   text,
    position text check (length(position) <= 200),
    purpose  text not null check (purpose in ('HANDLING', 'SUPERVISION', 'INSPECTION')),
    identity boolean not null,
    account  text not null check (length(account) between 1 and 200)
);
create index access_of_petition on feedback.access (code, at desc, id desc);
create index access_by_age on feedback.access using brin (at);
grant select, insert on feedback.access to ${appRole};

-- Time limits in working days. They are rules of others, so they are data: `agency` is the code above all units for which the
-- row holds ('' for all), the longest one wins.
create table feedback.step_limit (
    step         text not null check (step in ('REFUSE_OR_RETURN', 'FORWARD', 'ASK', 'ANSWER', 'PUBLISH', 'REPLY', 'REWORK',
        'REPAIR')),
    agency       text not null default '',
    working_days integer not null check (working_days between 1 and 250),
    source       text not null,
    primary key (step, agency)
);
insert into feedback.step_limit (step, agency, working_days, source) values
    ('REFUSE_OR_RETURN', '', 2, 'QĐ 31/2021/QĐ-TTg, quy chế Cổng DVCQG; chưa đối chiếu QĐ 29/2026/QĐ-TTg'),
    ('FORWARD', '', 5, 'NĐ 20/2008/NĐ-CP Điều 9'),
    ('ASK', '', 5, 'QĐ 31/2021/QĐ-TTg, quy chế Cổng DVCQG; chưa đối chiếu QĐ 29/2026/QĐ-TTg'),
    ('ANSWER', '', 15, 'QĐ 31/2021/QĐ-TTg, quy chế Cổng DVCQG; chưa đối chiếu QĐ 29/2026/QĐ-TTg'),
    ('PUBLISH', '', 2, 'QĐ 31/2021/QĐ-TTg, quy chế Cổng DVCQG; chưa đối chiếu QĐ 29/2026/QĐ-TTg'),
    ('REPLY', '', 10, 'Quy định của hệ thống, không phải luật'),
    ('REWORK', '', 5, 'Quy định của hệ thống, không phải luật'),
    ('REPAIR', '', 5, 'Quy định của hệ thống, không phải luật');
grant select on feedback.step_limit to ${appRole};

-- Words of another legal track, in lower case without marks. Of an exception nothing is read.
create table feedback.track_phrase (
    phrase text primary key check (phrase ~ '^[a-z0-9 ]{3,60}$'),
    track  text not null check (track in ('COMPLAINT', 'DENUNCIATION', 'EXCEPTION'))
);
insert into feedback.track_phrase (phrase, track) values
    ('khieu nai', 'COMPLAINT'),
    ('khieu kien', 'COMPLAINT'),
    ('to cao', 'DENUNCIATION'),
    ('to giac', 'DENUNCIATION'),
    ('khong phai khieu nai', 'EXCEPTION'),
    ('khong khieu nai', 'EXCEPTION'),
    ('khong phai to cao', 'EXCEPTION'),
    ('khong to cao', 'EXCEPTION'),
    ('nha to cao', 'EXCEPTION'),
    ('to cao lon', 'EXCEPTION'),
    ('thu tuc khieu nai', 'EXCEPTION'),
    ('giai quyet khieu nai', 'EXCEPTION'),
    ('tiep cong dan khieu nai to cao', 'EXCEPTION');
grant select on feedback.track_phrase to ${appRole};

-- Months: the sender's identity after the end of a case (a proposal), the log of accesses, keys of requests.
create table feedback.retention (
    what   text primary key,
    months integer not null check (months >= 1)
);
insert into feedback.retention (what, months) values ('identity', 12), ('access', 24), ('request_key', 1);
grant select on feedback.retention to ${appRole};

create function feedback.forget_old_accesses() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog
as $$
declare
    forgotten bigint;
begin
    delete from feedback.access
    where at < now() - make_interval(months => (select months from feedback.retention where what = 'access'));
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;
revoke execute on function feedback.forget_old_accesses() from public;
grant execute on function feedback.forget_old_accesses() to ${appRole};

-- The words of steps go with the identity: the service may not change a step otherwise.
create function feedback.forget_words(codes text[]) returns void
    language sql
    security definer
    set search_path = pg_catalog
as $$
    update feedback.step
    set words = null
    where code = any (codes)
        and exists (select from feedback.petition where petition.code = step.code and person_key is null)
$$;
revoke execute on function feedback.forget_words(text[]) from public;
grant execute on function feedback.forget_words(text[]) to ${appRole};
