package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.dossier.DossierStatus.IN_PROGRESS;
import static vn.motcua.dossier.DossierStatus.RECEIVED;
import static vn.motcua.dossier.DossierStatus.RESULT_READY;
import static vn.motcua.dossier.DossierStatus.RETURNED;
import static vn.motcua.dossier.DossierStatus.STOPPED;
import static vn.motcua.dossier.DossierStatus.WITHDRAWAL_REQUESTED;
import static vn.motcua.dossier.History.at;
import static vn.motcua.dossier.History.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notice.Kind;
import vn.motcua.openapi.Vietnam;
import vn.motcua.satisfaction.EndedDossier;
import vn.motcua.satisfaction.EndedDossier.Outcome;

/** What people are told and what may be rated; sending is the other modules' business. */
class DossierNewsTest {
    private static final Standing NEW = new Standing(Standing.Pinned.NOTHING, null, false, false);

    private final Clock clock = Clock.fixed(at("2026-10-10T09:00").toInstant(), Vietnam.OFFSET);
    private final DossierNews news =
            new DossierNews(null, null, key -> Optional.empty(), code -> "Xã Mẫu", Duration.ofDays(7), clock);

    @Test
    void newStateIsToldWithItsWordsAndTimesAndNoName() {
        var told = told(NEW, received());
        var notice = told.notices().getFirst();
        assertEquals(Kind.DOSSIER_STATUS, notice.kind());
        assertEquals(History.PERSON, notice.recipient().value());
        assertEquals(
                Map.of(
                        "statusVi",
                        "Được tiếp nhận",
                        "statusEn",
                        "Received",
                        "agency",
                        "Xã Mẫu",
                        "procedure",
                        "1.001193",
                        "receivedAt",
                        "09:00 08/10/2026",
                        "dueAt",
                        "17:00 09/10/2026"),
                notice.variables());
        assertTrue(told.ended().isEmpty());
    }

    @Test
    void onlyTheNewestStateOfABatchIsTold() {
        assertEquals(List.of(Kind.DOSSIER_STATUS), kinds(told(NEW, received().on("2026-10-09T09:00", IN_PROGRESS))));
    }

    @Test
    void lateNewsOfAnEarlierStepIsNotTold() {
        var history = new History().on("2026-10-09T09:00", IN_PROGRESS).known().on("2026-10-08T09:00", RECEIVED);
        assertEquals(List.of(), kinds(told(NEW, history)));
    }

    @Test
    void replayOfOldHistoryWakesNobodyButCanBeRated() {
        var history = new History().on("2026-09-01T09:00", RECEIVED).on("2026-09-03T09:00", RETURNED);
        var told = told(NEW, history);
        assertEquals(List.of(), kinds(told));
        assertEquals(1, told.ended().size());
    }

    @Test
    void endedDossierIsOfferedForRatingOnceAndItsOwnerInvitedOnce() {
        var history = received().on("2026-10-09T09:00", RESULT_READY);
        var told = told(NEW, history);
        assertEquals(List.of(Kind.DOSSIER_STATUS, Kind.RATING_INVITATION), kinds(told));
        assertEquals(
                new EndedDossier(
                        History.CODE,
                        "1.001193",
                        "HT",
                        "H44.07",
                        Outcome.RESULT_READY,
                        "ONLINE",
                        LocalDate.of(2026, 10, 9)),
                told.ended().getFirst());
        var offered = new Standing(Standing.Pinned.NOTHING, at("2026-10-09T09:00"), true, true);
        var returned = told(offered, history.known().on("2026-10-10T08:00", RETURNED));
        assertEquals(List.of(Kind.DOSSIER_STATUS), kinds(returned));
        assertEquals(List.of(), returned.ended());
    }

    @Test
    void withdrawnDossierSaysSo() {
        var history = received().on("2026-10-09T09:00", WITHDRAWAL_REQUESTED).on("2026-10-09T10:00", STOPPED);
        assertEquals(Outcome.WITHDRAWN, told(NEW, history).ended().getFirst().outcome());
    }

    private static History received() {
        return new History().on("2026-10-08T09:00", RECEIVED, procedure(Channel.ONLINE));
    }

    private DossierNews.Told told(Standing before, History history) {
        var pinned = new Standing.Pinned("1.001193", 1, "HT", null);
        var dates = new DueDates.Dates(null, at("2026-10-09T17:00"), 0, Appointment.NONE, null, 1);
        return news.of(List.of(new Dossiers.Refolded(history.fold(), before, pinned, dates)));
    }

    private static List<Kind> kinds(DossierNews.Told told) {
        return told.notices().stream().map(Notice::kind).toList();
    }
}
