package vn.motcua.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/**
 * The wish to hand a report in.
 *
 * @param corrects the issue that this one takes the place of; then with a reason
 * @param preparedBy as printed in the signature block, like the signer
 */
@RegisterForReflection
record IssueRequest(
        String form,
        String period,
        ReportBasis basis,
        ReportGroup groupBy,
        UUID corrects,
        String reason,
        String preparedBy,
        String signedBy,
        String signerPosition) {
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 200;

    IssueRequest checked() {
        var errors = new ArrayList<FieldError>();
        if ((corrects == null) != (reason == null || reason.isBlank())) {
            errors.add(FieldError.at(
                    "/reason",
                    "Báo cáo đính chính phải nêu lý do và báo cáo được thay.",
                    "A correction names its reason and the issue that it corrects."));
        }
        length(errors, "/reason", reason, LONGEST_REASON);
        length(errors, "/preparedBy", preparedBy, LONGEST_NAME);
        length(errors, "/signedBy", signedBy, LONGEST_NAME);
        length(errors, "/signerPosition", signerPosition, LONGEST_NAME);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }

    private static void length(List<FieldError> errors, String place, String text, int longest) {
        if (text != null && text.length() > longest) {
            errors.add(FieldError.at(
                    place, "Tối đa %d ký tự.".formatted(longest), "At most %d characters.".formatted(longest)));
        }
    }
}
