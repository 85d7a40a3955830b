-- The working-day calendar of the civil service: what differs from Monday to Friday. Data, because the Prime Minister
-- fixes Tết and National Day each year. A year without a row is not known: nothing may be counted in it.
create schema calendar;
grant usage on schema calendar to ${appRole};

create table calendar.year (
    year           integer primary key check (year between 2000 and 2100),
    open_points_vi text,
    open_points_en text,
    check ((open_points_vi is null) = (open_points_en is null))
);

create table calendar.day (
    date      date primary key,
    year      integer generated always as (extract(year from date)::integer) stored references calendar.year,
    kind      text not null check (kind in ('HOLIDAY', 'SUBSTITUTE', 'SWAP_OFF', 'SWAP_WORKED')),
    name_vi   text not null,
    name_en   text not null,
    source    text not null,
    confirmed boolean not null,
    -- A swap makes a weekend day a working day, and only a weekday can be swapped or substituted off.
    check ((kind <> 'SWAP_WORKED') or extract(isodow from date) >= 6),
    check ((kind not in ('SUBSTITUTE', 'SWAP_OFF')) or extract(isodow from date) <= 5)
);

grant select on calendar.year, calendar.day to ${appRole};
