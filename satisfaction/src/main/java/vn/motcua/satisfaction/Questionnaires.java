package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Writes, publishes and retires questionnaires, and knows those that tickets open. */
@Singleton
class Questionnaires {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final QuestionnaireStore store;
    /** Published ones never change, so what was read once holds. Few versions are ever in use. */
    private final Map<String, Questionnaire> published = new ConcurrentHashMap<>();

    Questionnaires(Pool pool, QuestionnaireStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** What came of an attempt to change one. */
    sealed interface Outcome {
        record Done(Questionnaire questionnaire) implements Outcome {}

        record Unknown() implements Outcome {}

        /** It is not in the state that this change needs. */
        record WrongState(Questionnaire.State state) implements Outcome {}

        /** Somebody else changed it at the same moment. */
        record Conflict() implements Outcome {}
    }

    Uni<List<Questionnaire>> all() {
        return store.all(null);
    }

    /** One that a ticket names, as it was published. */
    Uni<Questionnaire> asked(SqlClient client, String code, int version) {
        var key = code + "/" + version;
        var known = published.get(key);
        return known != null
                ? Uni.createFrom().item(known)
                : store.find(client, code, version)
                        .map(found -> found.orElseThrow(() -> new IllegalStateException("no questionnaire " + key)))
                        .invoke(read -> {
                            if (read.state() != Questionnaire.State.DRAFT) {
                                published.put(key, read);
                            }
                        });
    }

    Uni<Outcome> find(String code, int version) {
        return store.find(pool, code, version)
                .map(found -> found.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unknown::new));
    }

    Uni<Outcome> create(Questionnaire draft) {
        return change(transaction -> store.create(transaction, draft)
                .chain(version -> store.find(transaction, draft.code(), version))
                .map(created -> new Outcome.Done(created.orElseThrow())));
    }

    Uni<Outcome> replace(Questionnaire draft) {
        return moved(draft.code(), draft.version(), transaction -> store.replace(transaction, draft));
    }

    Uni<Outcome> publish(String code, int version) {
        return moved(code, version, transaction -> store.publish(transaction, code, version));
    }

    /** The short form always has a published version: every ticket must open something. */
    Uni<Outcome> retire(String code, int version) {
        return moved(
                code,
                version,
                transaction -> Tickets.SHORT.equals(code)
                        ? Uni.createFrom().item(false)
                        : store.retire(transaction, code, version));
    }

    Uni<Outcome> map(String code, int from, int to, Map<String, String> items) {
        return moved(
                code,
                to,
                transaction -> store.map(transaction, code, from, to, items).replaceWith(true));
    }

    /** Changes one that is there; when nothing changed, the transaction is undone and its state is the reason. */
    private Uni<Outcome> moved(String code, int version, Function<SqlConnection, Uni<Boolean>> change) {
        return change(transaction -> store.find(transaction, code, version)
                .chain(found -> found.isEmpty()
                        ? outcome(new Outcome.Unknown())
                        : change.apply(transaction)
                                .chain(done -> done
                                        ? store.find(transaction, code, version)
                                                .map(now -> new Outcome.Done(now.orElseThrow()))
                                        : Uni.createFrom()
                                                .failure(new NothingChanged(
                                                        found.get().state())))));
    }

    private Uni<Outcome> change(Function<SqlConnection, Uni<Outcome>> change) {
        return pool.withTransaction(change)
                .onFailure(NothingChanged.class)
                .recoverWithItem(e -> new Outcome.WrongState(((NothingChanged) e).state))
                .onFailure(e -> e instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .recoverWithItem(new Outcome.Conflict());
    }

    private static Uni<Outcome> outcome(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    /** Undoes the transaction; it carries an answer, not a fault. */
    private static final class NothingChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Questionnaire.State state;

        NothingChanged(Questionnaire.State state) {
            super(null, null, false, false);
            this.state = state;
        }
    }
}
