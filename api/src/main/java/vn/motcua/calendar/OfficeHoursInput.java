package vn.motcua.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** All rules of office hours as an administrator publishes them, and why. */
@RegisterForReflection
record OfficeHoursInput(String reason, List<OfficeRule> rules) {
    OfficeHoursInput {
        // Null elements are named as errors below, so they must get here.
        rules = rules == null ? null : new ArrayList<>(rules);
    }

    List<OfficeRule> checked() {
        if (rules == null) {
            throw ProblemException.invalid("/rules", "Bắt buộc phải có, có thể trống.", "Required; it may be empty.");
        }
        var errors = OfficeRuleCheck.errors(rules);
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            errors.add(FieldError.at("/reason", "Cần từ 1 đến 500 ký tự.", "Give 1 to 500 characters."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return List.copyOf(rules);
    }
}
