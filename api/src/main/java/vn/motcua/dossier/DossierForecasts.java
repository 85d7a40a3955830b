package vn.motcua.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.forecast.Forecast;
import vn.motcua.forecast.ForecastQuestion;
import vn.motcua.forecast.Forecasts;
import vn.motcua.forecast.Spell;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Vietnam;

/** Asks for the forecast of a dossier. */
@Singleton
class DossierForecasts {
    private final Forecasts forecasts;
    private final Catalogue catalogue;
    private final DossierConfig config;
    private final Clock clock;

    DossierForecasts(Forecasts forecasts, Catalogue catalogue, DossierConfig config, Clock clock) {
        this.forecasts = forecasts;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    /** Null for an ended dossier: its end is known. */
    Forecast of(DossierRow row, Language language) {
        if (row.status().isEnd() || row.endedAt() != null) {
            return null;
        }
        var now = Vietnam.time(OffsetDateTime.now(clock));
        var facts = Optional.ofNullable(row.procedureCode()).flatMap(catalogue::inForce);
        var agency = row.facts().competent() != null
                ? row.facts().competent()
                : row.facts().reception();
        var waits = row.receivedAt() == null ? null : DossierSpells.waits(row.timeline(), row.receivedAt());
        boolean waiting = waits != null && !waits.isEmpty() && waits.getLast().to() == Spell.OPEN;
        return forecasts.of(
                new ForecastQuestion(
                        row.procedureCode(),
                        agency == null ? "" : agency,
                        facts.map(ProcedureFacts::fieldCode).orElse(""),
                        facts.map(DossierForecasts::limitDays).orElse(0),
                        date(row.receivedAt()),
                        waits == null ? java.util.List.of() : waiting ? waits.subList(0, waits.size() - 1) : waits,
                        waiting ? LocalDate.ofEpochDay(waits.getLast().from()) : null,
                        date(row.dueAt()),
                        now.toLocalDate(),
                        !now.toLocalTime().isBefore(config.office().closes())),
                language);
    }

    /** The longest limit that can be counted, like the one that is pinned at reception. */
    private static int limitDays(ProcedureFacts facts) {
        return facts.limits().stream()
                .flatMap(limit -> Deadline.Unit.parse(limit.unit()).stream()
                        .filter(unit -> Deadline.Limit.of(limit.value(), unit).isPresent())
                        .map(unit -> DossierSpells.workingDays(limit.value(), unit)))
                .max(Integer::compare)
                .orElse(0);
    }

    private static LocalDate date(OffsetDateTime time) {
        return time == null ? null : Deadline.date(time);
    }
}
