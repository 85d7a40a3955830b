package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.calendar.Consequences;
import vn.motcua.calendar.DeadlineImpact;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.openapi.Vietnam;

/** Counts the dates of all open dossiers twice, as they are and as they would be, a page at a time. */
@Singleton
class DossierImpact implements DeadlineImpact {
    private static final int PAGE = 2_000;

    private final RecountStore store;
    private final DueDates dueDates;

    DossierImpact(RecountStore store, DueDates dueDates) {
        this.store = store;
        this.dueDates = dueDates;
    }

    /** What is due before the first changed day cannot move: everything is counted up to the date. */
    @Override
    public Uni<Consequences> of(WorkingTime before, WorkingTime after, LocalDate from) {
        var dueFrom = from == null ? null : Vietnam.startOf(from);
        return store.inSnapshot(tx -> add(tx, new MoveCount(), null, new Question(before, after, dueFrom)));
    }

    private record Question(WorkingTime before, WorkingTime after, OffsetDateTime dueFrom) {}

    private Uni<Consequences> add(SqlConnection tx, MoveCount count, OpenDossier last, Question question) {
        return store.page(tx, last, question.dueFrom(), PAGE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> {
                    count(page, count, question.before(), question.after());
                    return page.size() < PAGE
                            ? Uni.createFrom().item(count::result)
                            : add(tx, count, page.getLast(), question);
                });
    }

    private void count(List<OpenDossier> page, MoveCount count, WorkingTime before, WorkingTime after) {
        for (var dossier : page) {
            count.add(
                    dossier.facts().agency(),
                    dueDates.dates(dossier.facts(), before).due(),
                    dueDates.dates(dossier.facts(), after).due());
        }
    }
}
