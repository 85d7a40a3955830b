package vn.motcua.dossier;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;

/** A folded dossier as it is read for showing. */
record DossierRow(
        String code,
        DossierStatus status,
        OffsetDateTime lastEventAt,
        String procedureCode,
        Integer procedureVersion,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        OffsetDateTime pausedSince,
        EventFacts facts,
        Proofs proofs,
        List<Folded.Moment> timeline,
        GivenDates dueDates) {
    /**
     * The dates that {@code dueAt} came from.
     *
     * @param extension null when the agency never put its date off
     */
    record GivenDates(OffsetDateTime given, OffsetDateTime computed, DossierClock.Extension extension) {
        private static GivenDates of(Row row) {
            int times = row.getInteger("extensions");
            return new GivenDates(
                    row.getOffsetDateTime("due_given"),
                    row.getOffsetDateTime("due_computed"),
                    times == 0
                            ? null
                            : new DossierClock.Extension(
                                    row.getOffsetDateTime("extended_at"), times, row.getBoolean("extension_late")));
        }
    }

    static final String COLUMNS = """
            code, status, last_event_at, procedure_code, procedure_version, received_at, due_at, ended_at, paused_since,
            agency_support, agency_reception, agency_competent, channel, proofs, timeline::text as timeline,
            due_given, due_computed, extensions, extended_at, extension_late
            """;

    static DossierRow of(Row row) {
        var facts = new EventFacts(
                row.getString("procedure_code"),
                row.getString("agency_support"),
                row.getString("agency_reception"),
                row.getString("agency_competent"),
                null,
                null,
                null,
                null,
                row.getString("channel") == null ? null : Channel.valueOf(row.getString("channel")),
                null);
        return new DossierRow(
                row.getString("code"),
                DossierRows.status(row.getInteger("status")),
                row.getOffsetDateTime("last_event_at"),
                row.getString("procedure_code"),
                row.getInteger("procedure_version"),
                row.getOffsetDateTime("received_at"),
                row.getOffsetDateTime("due_at"),
                row.getOffsetDateTime("ended_at"),
                row.getOffsetDateTime("paused_since"),
                facts,
                new Proofs(row.getBuffer("proofs").getBytes()),
                Timeline.read(row.getString("timeline")),
                GivenDates.of(row));
    }
}
