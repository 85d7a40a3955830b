package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.forecast.Forecast;

/** A dossier as people see it. */
record Dossier(
        String code,
        ProcedureRef procedure,
        DossierStatus status,
        String statusLabel,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        DossierClock clock,
        DossierAgencies agencies,
        List<TimelineEntry> timeline,
        String nextStep,
        ActionRequired actionRequired,
        Forecast forecast,
        String ticket,
        ProcedureChanged procedureChanged) {
    Dossier {
        timeline = List.copyOf(timeline);
    }
}
