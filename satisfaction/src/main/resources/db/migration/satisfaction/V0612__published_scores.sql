-- From here on a score is a sum of atoms. An atom holds what at least ten people answered to one question; it is published as
-- a whole and never again divided, so no two answers can differ by fewer than ten people.
create table satisfaction.atom (
    id bigint primary key check (id > 0),
    published_on date not null,
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    field text not null,
    procedure text not null,
    outcome text not null,
    channel text not null,
    item text not null,
    level1 integer not null check (level1 >= 0),
    level2 integer not null check (level2 >= 0),
    level3 integer not null check (level3 >= 0),
    level4 integer not null check (level4 >= 0),
    level5 integer not null check (level5 >= 0),
    both_satisfied integer not null check (both_satisfied between 0 and level4 + level5),
    overall_only integer not null check (overall_only between 0 and level1 + level2 + level3),
    constraint atom_of_ten check (level1 + level2 + level3 + level4 + level5 >= 10)
);
create index atom_agency_month on satisfaction.atom (agency, month);

-- Answers of mixed ratings that are not yet ten.
create table satisfaction.waiting (
    questionnaire text not null,
    version integer not null,
    agency text collate "C" not null,
    month date not null,
    field text not null,
    procedure text not null,
    outcome text not null,
    channel text not null,
    item text not null,
    level1 integer not null,
    level2 integer not null,
    level3 integer not null,
    level4 integer not null,
    level5 integer not null,
    both_satisfied integer not null,
    overall_only integer not null,
    primary key (agency, questionnaire, version, item, month, field, procedure, outcome, channel)
);

-- Sums of atoms for each single attribute: what a scoreboard reads. Its size follows agencies, attributes and months. Each
-- month is also part of a quarter (span 3) and of a year (span 12): two years are read in a few rows instead of 24.
create table satisfaction.board (
    agency text collate "C" not null,
    dimension text not null check (dimension in ('TOTAL', 'FIELD', 'PROCEDURE', 'OUTCOME', 'CHANNEL')),
    key text not null,
    span smallint not null check (span in (1, 3, 12)),
    month date not null check (extract(day from month) = 1),
    questionnaire text not null,
    version integer not null,
    item text not null,
    level1 integer not null,
    level2 integer not null,
    level3 integer not null,
    level4 integer not null,
    level5 integer not null,
    both_satisfied integer not null,
    overall_only integer not null,
    primary key (dimension, span, month, agency, key, questionnaire, version, item)
) with (fillfactor = 80);

-- The same for ended dossiers.
create table satisfaction.finished_board (
    agency text collate "C" not null,
    dimension text not null check (dimension in ('TOTAL', 'FIELD', 'PROCEDURE', 'OUTCOME', 'CHANNEL')),
    key text not null,
    span smallint not null check (span in (1, 3, 12)),
    month date not null check (extract(day from month) = 1),
    questionnaire text not null,
    version integer not null,
    finished bigint not null check (finished >= 0),
    primary key (dimension, span, month, agency, key, questionnaire, version)
) with (fillfactor = 80);

alter table satisfaction.dossier_count add column procedure text not null default 'UNKNOWN';
alter table satisfaction.dossier_count drop constraint dossier_count_pkey;
alter table satisfaction.dossier_count
    add primary key (questionnaire, version, agency, month, field, procedure, outcome, channel);

-- What was counted before begins to wait, and is published by the next mixing. How its answers went together with the overall
-- one is not known any more; a fresh installation has none.
insert into satisfaction.waiting
select questionnaire, version, agency, month, field, '*', outcome, channel, factor,
    level1, level2, level3, level4, level5,
    case when factor = 'OVERALL' then level4 + level5 else 0 end, 0
from satisfaction.factor_count;
drop table satisfaction.factor_count;
insert into satisfaction.finished_board (agency, dimension, key, span, month, questionnaire, version, finished)
select c.agency, d.dimension, d.key, s.span, s.month, c.questionnaire, c.version, sum(c.finished)
from satisfaction.dossier_count c
cross join lateral (
    values (1, c.month), (3, date_trunc('quarter', c.month)::date), (12, date_trunc('year', c.month)::date)
) as s (span, month)
cross join lateral (
    values ('TOTAL', ''), ('FIELD', c.field), ('OUTCOME', c.outcome), ('CHANNEL', c.channel)
) as d (dimension, key)
group by 1, 2, 3, 4, 5, 6, 7;

grant select, insert on satisfaction.atom to ${appRole};
grant select, insert, update, delete on satisfaction.waiting to ${appRole};
grant select, insert, update on satisfaction.board, satisfaction.finished_board to ${appRole};
