-- Administrators edit the working time while the service runs. What is in force stays in calendar.year and calendar.day;
-- every publication is kept whole, with who published it and why, and is never changed or deleted.
alter table calendar.year add column version integer not null default 1 check (version > 0);

create table calendar.revision (
    -- Given under a lock, one after the other: whoever has seen a number has seen all below it.
    id           bigint primary key check (id > 0),
    -- A year, or 'office-hours'.
    subject      text not null check (subject ~ '^(20\d\d|2100|office-hours)$'),
    version      integer not null check (version > 0),
    published_at timestamptz not null default now(),
    -- The subject of the administrator's token.
    author       text not null check (length(author) between 1 and 200),
    reason       text not null check (length(reason) between 1 and 500),
    content      jsonb not null,
    constraint revision_follows_one_version unique (subject, version)
);

insert into calendar.revision (id, subject, version, author, reason, content)
select row_number() over (order by y.year), y.year::text, 1, 'migration', 'Nạp cùng phần mềm',
       jsonb_strip_nulls(jsonb_build_object(
           'openPoints', case when y.open_points_vi is not null
                              then jsonb_build_object('vi', y.open_points_vi, 'en', y.open_points_en) end,
           'days', coalesce((select jsonb_agg(jsonb_build_object(
                                 'date', d.date, 'kind', d.kind, 'nameVi', d.name_vi, 'nameEn', d.name_en,
                                 'source', d.source, 'confirmed', d.confirmed) order by d.date)
                               from calendar.day d where d.year = y.year), '[]'::jsonb)))
  from calendar.year y;

grant select, insert on calendar.revision to ${appRole};
grant insert, update on calendar.year to ${appRole};
grant insert, delete on calendar.day to ${appRole};
