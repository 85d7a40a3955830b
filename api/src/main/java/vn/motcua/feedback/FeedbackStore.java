package vn.motcua.feedback;

import static vn.motcua.feedback.PetitionRows.buffer;
import static vn.motcua.feedback.PetitionRows.bytes;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** SQL that writes cases, and reads one with its history. */
@Singleton
class FeedbackStore {
    /** A statement of its own: the lock on the day is held for a moment only. */
    private static final String NEXT_NUMBER = """
            insert into feedback.day_number as d (day, last) values ($1, 1)
            on conflict (day) do update set last = d.last + 1
            returning last
            """;

    private static final String INSERT = """
            insert into feedback.petition
                (code, kind, state, sent_at, changed_at, person_key, sender, content, proof, procedure_code, dossier_code,
                 subject, track, track_by, first_unit, unit, due_on, calendar, sketch, place_key, repeated_of, own_dossier)
            values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'RULE', $13, $13, $14, $15, $16, $17, $18, $19)
            """;

    private static final String UPDATE = """
            update feedback.petition
            set state = $2, unit = $3, subject = $4, matter = $5, track = $6, track_by = $7, due_on = $8, calendar = $9,
                reopened = $10, changed_at = $11, answered_at = $12, ended_at = $13, solved = $14
            where code = $1
            """;

    private static final String PUBLISH = """
            update feedback.petition
            set public_title = $2, public_text = $3, public_answer = $4, published_at = $5,
                public_words = to_tsvector('simple', $6), likes = 0, dislikes = 0
            where code = $1
            """;

    /** They were given to the answer before. */
    private static final String FORGET_VOTES = "delete from feedback.vote where code = $1";

    private static final String BY_CODE = "select " + PetitionRows.COLUMNS + "from feedback.petition where code = $1";
    private static final String LOCK = BY_CODE + " for update";

    /** More steps than this a case does not take. */
    static final int MOST_STEPS = 300;

    private static final String STEPS = """
            select number, at, move, state, actor, unit, to_unit, account, words
            from feedback.step
            where code = $1
            order by number
            limit 300
            """;

    private static final String STEP = """
            insert into feedback.step (code, number, at, move, state, actor, unit, to_unit, account, words)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String ASSIGNMENTS = """
            select number, unit, from_unit, action, started_on, finished_on, outcome, due_on, answered_on, late
            from feedback.assignment
            where code = $1
            order by number
            limit 300
            """;

    private static final String ASSIGNMENT = """
            insert into feedback.assignment as a
                (code, number, unit, from_unit, action, started_on, finished_on, outcome, due_on, answered_on, late)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (code, number) do update
            set finished_on = excluded.finished_on, outcome = excluded.outcome, due_on = excluded.due_on,
                answered_on = excluded.answered_on, late = excluded.late
            """;

    private final Pool pool;

    FeedbackStore(Pool pool) {
        this.pool = pool;
    }

    /** What only a new case has. */
    record Filing(byte[] proof, Long[] sketch, Long placeKey, boolean ownDossier) {}

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** For reading outside a transaction. */
    SqlClient outside() {
        return pool;
    }

    Uni<Integer> nextNumber(LocalDate day) {
        return pool.preparedQuery(NEXT_NUMBER)
                .execute(Tuple.of(day))
                .map(rows -> rows.iterator().next().getInteger("last"));
    }

    Uni<Void> insert(SqlConnection tx, Petition petition, Filing filing) {
        var standing = petition.standing();
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(petition.code())
                        .addString(petition.kind().name())
                        .addString(standing.state().name())
                        .addOffsetDateTime(petition.sentAt())
                        .addUUID(petition.personKey())
                        .addValue(buffer(petition.sender()))
                        .addValue(buffer(petition.content()))
                        .addValue(buffer(filing.proof()))
                        .addString(petition.procedureCode())
                        .addString(petition.dossierCode())
                        .addString(
                                standing.subject() == null
                                        ? null
                                        : standing.subject().name())
                        .addString(standing.track().name())
                        .addString(petition.firstUnit())
                        .addLocalDate(standing.dueOn())
                        .addLong(standing.calendar())
                        .addArrayOfLong(filing.sketch())
                        .addLong(filing.placeKey())
                        .addString(petition.repeatedOf())
                        .addBoolean(filing.ownDossier()))
                .replaceWithVoid();
    }

    Uni<Void> update(SqlConnection tx, String code, Standing standing) {
        return tx.preparedQuery(UPDATE)
                .execute(PetitionRows.standing(code, standing))
                .replaceWithVoid();
    }

    /** @param words what it is found by, without marks */
    Uni<Void> publish(SqlConnection tx, String code, Publication publication, String words) {
        return tx.preparedQuery(PUBLISH)
                .execute(Tuple.of(
                        code, publication.title(), publication.text(), publication.answer(), publication.at(), words))
                .chain(() -> tx.preparedQuery(FORGET_VOTES).execute(Tuple.of(code)))
                .replaceWithVoid();
    }

    Uni<Void> step(SqlConnection tx, String code, Step step) {
        return tx.preparedQuery(STEP)
                .execute(Tuple.tuple()
                        .addString(code)
                        .addInteger(step.number())
                        .addOffsetDateTime(step.at())
                        .addString(step.move().name())
                        .addString(step.state().name())
                        .addString(step.actor().name())
                        .addString(step.unit())
                        .addString(step.toUnit())
                        .addString(step.account())
                        .addValue(buffer(step.words())))
                .replaceWithVoid();
    }

    /** New ones are written, known ones changed. */
    Uni<Void> assignments(SqlConnection tx, String code, List<Assignment> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(one -> tx.preparedQuery(ASSIGNMENT)
                        .execute(Tuple.tuple()
                                .addString(code)
                                .addInteger(one.number())
                                .addString(one.unit())
                                .addString(one.fromUnit())
                                .addString(one.action().name())
                                .addLocalDate(one.startedOn())
                                .addLocalDate(one.finishedOn())
                                .addString(
                                        one.outcome() == null
                                                ? null
                                                : one.outcome().name())
                                .addLocalDate(one.dueOn())
                                .addLocalDate(one.answeredOn())
                                .addBoolean(one.late())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    Uni<Optional<Handling.Case>> find(SqlClient sql, String code) {
        return read(sql, code, BY_CODE);
    }

    /** Nobody else moves it until the transaction ends. */
    Uni<Optional<Handling.Case>> lock(SqlConnection tx, String code) {
        return read(tx, code, LOCK);
    }

    private static Uni<Optional<Handling.Case>> read(SqlClient sql, String code, String query) {
        return sql.preparedQuery(query).execute(Tuple.of(code)).chain(rows -> {
            var found = rows.stream().findFirst().map(PetitionRows::of);
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.<Handling.Case>empty());
            }
            return steps(sql, code)
                    .chain(steps ->
                            assignments(sql, code).map(all -> Optional.of(new Handling.Case(found.get(), steps, all))));
        });
    }

    private static Uni<List<Step>> steps(SqlClient sql, String code) {
        return sql.preparedQuery(STEPS)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream()
                        .map(row -> new Step(
                                row.getInteger("number"),
                                row.getOffsetDateTime("at"),
                                Move.valueOf(row.getString("move")),
                                FeedbackState.valueOf(row.getString("state")),
                                Move.Actor.valueOf(row.getString("actor")),
                                row.getString("unit"),
                                row.getString("to_unit"),
                                row.getString("account"),
                                bytes(row.getBuffer("words"))))
                        .toList());
    }

    private static Uni<List<Assignment>> assignments(SqlClient sql, String code) {
        return sql.preparedQuery(ASSIGNMENTS)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream().map(FeedbackStore::assignment).toList());
    }

    private static Assignment assignment(Row row) {
        var outcome = row.getString("outcome");
        return new Assignment(
                row.getInteger("number"),
                row.getString("unit"),
                row.getString("from_unit"),
                Assignment.Action.valueOf(row.getString("action")),
                row.getLocalDate("started_on"),
                row.getLocalDate("finished_on"),
                outcome == null ? null : Assignment.Outcome.valueOf(outcome),
                row.getLocalDate("due_on"),
                row.getLocalDate("answered_on"),
                row.getBoolean("late"));
    }
}
