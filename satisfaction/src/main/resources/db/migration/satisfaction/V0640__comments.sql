-- Comments of ratings. What rests is equally long whether the person wrote a word, a thousand or none: it is kept in the row,
-- where it needs no second table. Resting rows are few and short-lived; the lock is held for an instant.
alter table satisfaction.resting alter column sealed set storage plain;

-- Redacted, and waiting for nine others of the agency and month. Still sealed, and equally long.
create table satisfaction.comment_waiting (
    id uuid primary key default gen_random_uuid(),
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    sealed bytea not null
);
alter table satisfaction.comment_waiting alter column sealed set storage plain;
create index comment_waiting_agency on satisfaction.comment_waiting (agency, month);

-- At least ten comments that became readable together, shuffled. Nothing links them to ratings.
create table satisfaction.comment_batch (
    id bigint generated always as identity primary key,
    published_on date not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    comments integer not null,
    constraint comment_batch_of_ten check (comments >= 10)
);
create index comment_batch_agency on satisfaction.comment_batch (agency, id);

create table satisfaction.comment (
    batch bigint not null references satisfaction.comment_batch on delete cascade,
    place smallint not null check (place > 0),
    text text not null,
    topics text[] not null check (cardinality(topics) > 0),
    rules integer not null,
    primary key (batch, place)
);

-- How often a topic was mentioned, as far as that may not be told yet: of how many comments, and by how many.
create table satisfaction.topic_waiting (
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    topic text not null,
    comments integer not null,
    mentions integer not null check (mentions between 0 and comments),
    primary key (agency, month, topic)
);

-- What may be told: never fewer than ten who mention it, nor one to nine who do not. Never changed, never divided.
create table satisfaction.topic_atom (
    id bigint generated always as identity primary key,
    published_on date not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    topic text not null,
    comments integer not null,
    mentions integer not null,
    constraint topic_atom_of_ten check (
        mentions >= 10 and (comments = mentions or comments - mentions >= 10))
);
create index topic_atom_agency on satisfaction.topic_atom (agency, month);

-- Who read comments: the account of the officer is kept for an inquiry and never shown.
create table satisfaction.comment_read (
    id bigint generated always as identity primary key,
    read_at timestamptz not null default now(),
    account text not null,
    own_agency text not null,
    agency text not null,
    months daterange not null,
    topic text,
    comments integer not null
);
create index comment_read_time on satisfaction.comment_read (read_at);

grant select, insert, delete on satisfaction.comment_waiting, satisfaction.comment_batch to ${appRole};
grant select, insert on satisfaction.comment to ${appRole};
grant select, insert, update, delete on satisfaction.topic_waiting to ${appRole};
grant select, insert on satisfaction.topic_atom to ${appRole};
grant select (id, read_at), insert, delete on satisfaction.comment_read to ${appRole};
