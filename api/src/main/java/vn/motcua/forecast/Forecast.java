package vn.motcua.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * When a running dossier will end, or why nobody can tell.
 *
 * @param p50 one in two dossiers like this has ended by this date
 * @param p90 nine in ten have
 * @param onTimeChance chance to end by the due date, 0.01 to 0.99; null without a due date
 * @param workingDaysP50 the same as {@code p50} in working days: 0 is today, or the next working day when today's is over
 * @param waitingForApplicant the clock stands: the dates hold if what was asked for is supplied today
 * @param asOf the morning on which the history was last read
 * @param unavailable why there is no forecast; then everything else is null
 * @param text the same in a sentence
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
        LocalDate p50,
        LocalDate p90,
        Double onTimeChance,
        Integer workingDaysP50,
        Integer workingDaysP90,
        Boolean waitingForApplicant,
        ForecastBasis basis,
        LocalDate asOf,
        NoForecast unavailable,
        String text) {}
