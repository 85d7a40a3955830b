package vn.motcua.forecast;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * Which dossiers a forecast mainly rests on: the narrowest group with enough of them. Wider groups fill in where it is thin.
 *
 * @param dossiers how many of them have ended
 * @param from day of the first of these ends
 * @param to day of the last of these ends
 */
@RegisterForReflection
public record ForecastBasis(ForecastGroup group, String label, int dossiers, LocalDate from, LocalDate to) {}
