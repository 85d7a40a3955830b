-- Blind-signed tickets (RFC 9474). One key pair for each agency, month and questionnaire: what a signature is worth stands in
-- its key, and nothing else is known of the ticket. New tables; nothing waits.
create table satisfaction.blind_key (
    id text primary key check (length(id) = 22),
    agency text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    questionnaire text not null,
    version integer not null,
    public_key bytea not null,
    sealed_private_key bytea not null,
    redeem_until date not null,
    constraint blind_key_once unique (agency, month, questionnaire, version),
    foreign key (questionnaire, version) references satisfaction.questionnaire (code, version)
);

-- One row for each signature made: how large the crowd is in which a blind ticket hides. It names no ticket; no row is ever
-- updated, so that exchanges for one agency do not wait for each other.
create table satisfaction.blind_issue (
    key_id text not null references satisfaction.blind_key (id)
);
create index blind_issue_key on satisfaction.blind_issue (key_id);

-- Blind tickets that were used: a keyed hash, and a check value of the answers under the ticket itself.
create table satisfaction.blind_ticket (
    ticket_hash bytea primary key check (length(ticket_hash) = 32),
    answers_mac bytea not null check (length(answers_mac) = 32)
);

grant select, insert on satisfaction.blind_key, satisfaction.blind_issue, satisfaction.blind_ticket to ${appRole};
grant update (answers_mac) on satisfaction.blind_ticket to ${appRole};
