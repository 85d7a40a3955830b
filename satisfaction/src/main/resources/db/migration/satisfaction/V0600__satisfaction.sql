-- Questionnaires, tickets, ratings and the counters that scores are computed from.
create schema satisfaction;
grant usage on schema satisfaction to ${appRole};

create table satisfaction.questionnaire (
    code text not null,
    version integer not null check (version > 0),
    title_vi text not null,
    title_en text not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    primary key (code, version)
);
create unique index questionnaire_one_published on satisfaction.questionnaire (code) where state = 'PUBLISHED';

create table satisfaction.item (
    questionnaire text not null,
    version integer not null,
    position smallint not null check (position > 0),
    factor text not null
        check (factor in ('ACCESS', 'PROCEDURE', 'OFFICIALS', 'RESULT', 'FEEDBACK', 'OVERALL')),
    text_vi text not null,
    text_en text not null,
    primary key (questionnaire, version, position),
    foreign key (questionnaire, version) references satisfaction.questionnaire (code, version)
);

-- One single-use ticket for each ended dossier. The database holds a hash of the ticket and a keyed hash of the dossier
-- code; neither can be turned back without the secret of the service.
-- A used ticket forgets what it was copied from the dossier for: left in place, agency + procedure + month would often
-- fit one rating only.
create table satisfaction.ticket (
    ticket_hash bytea primary key check (length(ticket_hash) = 32),
    dossier_hash bytea not null unique check (length(dossier_hash) = 32),
    questionnaire text not null,
    version integer not null,
    agency text collate "C",
    procedure text,
    field text,
    outcome text check (outcome in ('RETURNED', 'RESULT_READY', 'REFUSED', 'STOPPED', 'WITHDRAWN')),
    channel text check (channel in ('DIRECT', 'ONLINE', 'POSTAL', 'UNKNOWN')),
    ended_month date check (extract(day from ended_month) = 1),
    expires_on date not null,
    redeemed boolean not null default false,
    answers_mac bytea check (length(answers_mac) = 32),
    foreign key (questionnaire, version) references satisfaction.questionnaire (code, version),
    constraint ticket_open_knows_used_forgets check (
        case when redeemed
            then num_nonnulls(agency, procedure, field, outcome, channel, ended_month) = 0
                and answers_mac is not null
            else num_nulls(agency, field, outcome, channel, ended_month) = 0
                and answers_mac is null
        end
    )
);

-- No ticket, no dossier, no person, and no time finer than the month in which the dossier ended.
create table satisfaction.rating (
    id uuid primary key default gen_random_uuid(),
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    procedure text,
    field text not null,
    outcome text not null,
    channel text not null,
    month date not null check (extract(day from month) = 1),
    access smallint check (access between 1 and 5),
    procedures smallint check (procedures between 1 and 5),
    officials smallint check (officials between 1 and 5),
    result smallint check (result between 1 and 5),
    feedback smallint check (feedback between 1 and 5),
    overall smallint not null check (overall between 1 and 5),
    foreign key (questionnaire, version) references satisfaction.questionnaire (code, version)
);

-- Scores are sums over these two tables, whatever the number of ratings. Each is written by one kind of transaction only
-- (ratings here, event batches there), so that a long batch never makes a rating wait. The number of ratings is the
-- number of answers to OVERALL, which every rating has.
create table satisfaction.factor_count (
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    field text not null,
    outcome text not null,
    channel text not null,
    factor text not null,
    level1 bigint not null default 0 check (level1 >= 0),
    level2 bigint not null default 0 check (level2 >= 0),
    level3 bigint not null default 0 check (level3 >= 0),
    level4 bigint not null default 0 check (level4 >= 0),
    level5 bigint not null default 0 check (level5 >= 0),
    primary key (questionnaire, version, agency, month, field, outcome, channel, factor)
) with (fillfactor = 70);

create table satisfaction.dossier_count (
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    field text not null,
    outcome text not null,
    channel text not null,
    finished bigint not null default 0 check (finished >= 0),
    primary key (questionnaire, version, agency, month, field, outcome, channel)
) with (fillfactor = 70);

grant select on satisfaction.questionnaire, satisfaction.item to ${appRole};
grant select, insert on satisfaction.ticket, satisfaction.rating to ${appRole};
grant update (agency, procedure, field, outcome, channel, ended_month, expires_on, redeemed, answers_mac)
    on satisfaction.ticket to ${appRole};
grant select, insert, update on satisfaction.factor_count, satisfaction.dossier_count to ${appRole};
