package vn.motcua.forecast;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import vn.motcua.agency.Agencies;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** Says when a running dossier will end: from the model in memory, without the database, so nobody waits for a refresh. */
@Singleton
public class Forecasts {
    /** So far ahead dates are given; a calendar that ends earlier ends them. */
    private static final int YEARS_AHEAD = 3;

    private final Agencies agencies;
    private final Calendars calendars;
    private final ForecastConfig config;
    private volatile NightlyModel current;
    private volatile Days days;

    /** Working days around a day, with the calendar they were numbered from. */
    private record Days(Object calendar, LocalDate today, WorkingDays days) {}

    /** Where a dossier stands on the axis of working days. */
    private record Place(int elapsed, int next, OptionalInt left) {}

    Forecasts(Agencies agencies, Calendars calendars, ForecastConfig config) {
        this.agencies = agencies;
        this.calendars = calendars;
        this.config = config;
    }

    Optional<NightlyModel> current() {
        return Optional.ofNullable(current);
    }

    /** From now on answers come from this model. */
    void take(NightlyModel model) {
        current = model;
    }

    /** A forecast, or the reason for none. */
    public Forecast of(ForecastQuestion question, Language language) {
        var nightly = current;
        if (question.received() == null) {
            return none(NoForecast.NOT_RECEIVED, language);
        }
        if (question.procedure() == null) {
            return none(NoForecast.PROCEDURE_UNKNOWN, language);
        }
        if (nightly == null) {
            return none(NoForecast.NOT_ENOUGH_HISTORY, language);
        }
        var level = agencies.level(question.agency());
        var keys = Model.keys(question.procedure(), question.agency(), question.field(), level, question.limitDays());
        var chain = nightly.model().chain(keys, question.agency(), level, question.limitDays());
        int narrowest = chain.groups().size() - 1;
        while (narrowest >= 0 && chain.groups().get(narrowest).n < config.leastDossiers()) {
            narrowest--;
        }
        if (narrowest < 0) {
            return none(NoForecast.NOT_ENOUGH_HISTORY, language);
        }
        var numbers = numbered(question.today());
        var place = place(question, numbers);
        // Model and calendar are numbered from the same day only by chance; the morning of the model joins them.
        int ahead = Math.max(0, place.next() - numbers.number(nightly.asOf().minusDays(1)) - 1);
        var said = Said.of(nightly.model(), chain, place.elapsed(), place.left().orElse(-1), ahead);
        if (place.next() < 1 || !numbers.has(place.next() + said.p90())) {
            return none(NoForecast.CALENDAR_MISSING, language);
        }
        return told(question, nightly, chain, narrowest, numbers, place, said, language);
    }

    private Forecast told(
            ForecastQuestion question,
            NightlyModel nightly,
            Chain chain,
            int narrowest,
            WorkingDays numbers,
            Place place,
            Said said,
            Language language) {
        var p50 = numbers.date(place.next() + said.p50());
        var p90 = numbers.date(place.next() + said.p90());
        boolean waiting = question.waitingSince() != null;
        var group = chain.groups().get(narrowest);
        var kind = chain.kinds().get(narrowest);
        int shift = numbers.number(nightly.asOf().minusDays(1)) + 1 - nightly.model().today;
        var basis = new ForecastBasis(
                kind,
                kind.label().in(language),
                group.n,
                numbers.date(group.first + shift),
                numbers.date(group.last + shift));
        return new Forecast(
                p50,
                p90,
                place.left().isPresent() ? Math.clamp(Math.round(said.onTime() * 100) / 100.0, 0.01, 0.99) : null,
                said.p50(),
                said.p90(),
                waiting,
                basis,
                nightly.asOf(),
                null,
                ForecastWords.sentence(p50, p90, waiting, language));
    }

    /** The clock counts the working days after the day of reception, without those of the waits. */
    private static Place place(ForecastQuestion question, WorkingDays numbers) {
        int received = numbers.number(question.received());
        int waited = question.waits().stream()
                .mapToInt(wait -> numbers.number(wait.to()) - numbers.number(wait.from()))
                .sum();
        int today = numbers.number(question.today());
        boolean counts = numbers.worked(question.today()) && !question.dayOver() && question.waitingSince() == null;
        int stood = question.waitingSince() == null ? today : numbers.number(question.waitingSince());
        int elapsed = Math.max(0, stood - received - waited) + (counts ? 0 : 1);
        int next = counts ? today : today + 1;
        var left = question.due() == null
                ? OptionalInt.empty()
                : OptionalInt.of(numbers.number(question.due()) - (counts ? today : stood + 1));
        return new Place(elapsed, next, left);
    }

    private WorkingDays numbered(LocalDate today) {
        var calendar = calendars.current();
        var known = days;
        if (known == null || known.calendar() != calendar || !known.today().equals(today)) {
            var from = today.minusDays(config.historyDays()).minusYears(1);
            known = new Days(calendar, today, WorkingDays.of(calendar, from, today.plusYears(YEARS_AHEAD)));
            days = known;
        }
        return known.days();
    }

    private static Forecast none(NoForecast reason, Language language) {
        Text text = reason.text();
        return new Forecast(null, null, null, null, null, null, null, null, reason, text.in(language));
    }
}
