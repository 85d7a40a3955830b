-- Ratings that do not look like people's are set apart before they are counted, all of a kind together, and a reviewer decides.
-- New tables; nothing waits.

-- How many ratings came for an agency on a day: the base rate against which a burst is judged. What was set apart counts as
-- no more than was expected. Says nothing of answers.
create table satisfaction.arrival (
    agency text collate "C" not null,
    day date not null,
    ratings integer not null check (ratings >= 0),
    timed integer not null check (timed >= 0),
    fast integer not null check (fast between 0 and timed),
    primary key (agency, day)
);
create index arrival_day on satisfaction.arrival (day);

-- How often a whole set of answers was given, among counted ratings: by agency, and "" for the country. It is written in the
-- transaction that mixes at least ten, and holds no more than satisfaction.rating does.
create table satisfaction.pattern (
    agency text collate "C" not null,
    questionnaire text not null,
    version integer not null,
    pattern text not null,
    ratings bigint not null check (ratings > 0),
    primary key (agency, questionnaire, version, pattern)
) with (fillfactor = 80);

-- A case is published as it stands, so it never has fewer than ten ratings and is never divided. "After atom" is the number
-- of the last atom at that moment: the clock of every recipe.
create table satisfaction.quarantine (
    id bigint primary key check (id > 0),
    agency text collate "C" not null,
    questionnaire text not null,
    version integer not null,
    month date not null check (extract(day from month) = 1),
    ratings integer not null check (ratings >= 10),
    reasons text[] not null check (reasons <@ array['BURST', 'PATTERN', 'FAST', 'OUTLIER'] and cardinality(reasons) > 0),
    chances double precision[] not null check (cardinality(chances) = cardinality(reasons)),
    held_on date not null,
    -- Its leaf in the ledger.
    batch bigint not null check (batch >= 0),
    held_after_atom bigint not null check (held_after_atom >= 0),
    state text not null default 'HELD' check (state in ('HELD', 'RELEASED', 'REJECTED')),
    decided_on date,
    decided_after_atom bigint,
    decided_by text,
    explanation text check (length(explanation) between 1 and 1000),
    constraint quarantine_decided_or_not check (
        case when state = 'HELD' then num_nonnulls(decided_on, decided_after_atom, decided_by, explanation) = 0
            else num_nulls(decided_on, decided_after_atom, decided_by, explanation) = 0 end)
);
create index quarantine_agency on satisfaction.quarantine (agency, id);
create index quarantine_open on satisfaction.quarantine (id) where state = 'HELD';

-- What a case says, question by question, like an atom; what fewer than ten answered is not published with it, but waits with
-- other answers when the case is released.
create table satisfaction.quarantine_sum (
    id bigint not null references satisfaction.quarantine (id),
    item text not null,
    month date not null,
    field text not null,
    procedure text not null,
    outcome text not null,
    channel text not null,
    level1 integer not null check (level1 >= 0),
    level2 integer not null check (level2 >= 0),
    level3 integer not null check (level3 >= 0),
    level4 integer not null check (level4 >= 0),
    level5 integer not null check (level5 >= 0),
    both_satisfied integer not null check (both_satisfied between 0 and level4 + level5),
    overall_only integer not null check (overall_only between 0 and level1 + level2 + level3),
    primary key (id, item)
);

grant select, insert on satisfaction.arrival, satisfaction.pattern, satisfaction.quarantine, satisfaction.quarantine_sum
    to ${appRole};
grant update (ratings, timed, fast) on satisfaction.arrival to ${appRole};
grant update (ratings) on satisfaction.pattern to ${appRole};
grant update (state, decided_on, decided_after_atom, decided_by, explanation) on satisfaction.quarantine to ${appRole};

-- A case is decided once.
create function satisfaction.guard_quarantine() returns trigger language plpgsql as $$
begin
    if old.state <> 'HELD' then
        raise exception 'a decided case is not changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger quarantine_guard before update on satisfaction.quarantine
    for each row execute function satisfaction.guard_quarantine();
