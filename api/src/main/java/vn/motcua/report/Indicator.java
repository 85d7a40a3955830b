package vn.motcua.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/**
 * One figure for the national reporting system and the command centre; aggregated, never of a person.
 *
 * @param numerator null for a mere count
 * @param value null where nothing is known; then {@code missing} says why
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Indicator(
        String code,
        String name,
        String definition,
        String unit,
        BigDecimal value,
        Long numerator,
        Long denominator,
        String missing) {}
