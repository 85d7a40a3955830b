-- What editors teach the search while it runs: synonyms and best bets. Every change is a new version; the newest counts, and
-- an old one is brought back by publishing it again.
create schema search;
grant usage on schema search to ${appRole};

create table search.words (
    version      integer     primary key check (version > 0),
    published_at timestamptz not null default now(),
    note         text        check (length(note) <= 500),
    -- {"synonyms": [{"said", "meant": []}], "bestBets": [{"query", "codes": [], "until"}]}
    words        jsonb       not null
);

grant select, insert on search.words to ${appRole};
