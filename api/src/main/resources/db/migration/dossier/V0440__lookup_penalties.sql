-- Failed look-ups as every replica knows them: when the meters of a code, a network or of everybody run empty again, in
-- microseconds since 1970. `key` is a keyed hash; neither a code nor an address can be read from it. Unlogged: what it holds
-- is worth a day, and a write ahead log of other people's guesses is worth nothing. A new table: locks nothing.
create unlogged table dossier.lookup_penalty (
    kind       smallint not null check (kind between 0 and 3),
    key        bigint not null,
    burst      bigint not null,
    sustained  bigint not null,
    changed_at timestamptz not null,
    primary key (kind, key)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index lookup_penalty_changed on dossier.lookup_penalty (changed_at);

grant select, insert, update, delete on dossier.lookup_penalty to ${appRole};
