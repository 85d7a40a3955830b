package vn.motcua.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;

/** What a phone reports: pushes that arrived there, and pushes that the person opened. */
public record Receipts(List<Receipt> receipts) {
    static final int MOST = 100;

    /**
     * One report. Repeating it is harmless; what was opened also arrived.
     *
     * @param notificationId from the push
     * @param installationId the installation that it arrived at
     */
    public record Receipt(UUID notificationId, String installationId, Event event) {}

    /** What happened to a push at the phone. */
    public enum Event {
        RECEIVED,
        OPENED
    }

    /** Counted now; what was reported before, or is not the person's, is not counted. */
    public record Counted(int counted) {}

    static List<Receipt> checked(Receipts input) {
        if (input == null || input.receipts == null || input.receipts.isEmpty() || input.receipts.size() > MOST) {
            throw ProblemException.invalid("/receipts", "Từ 1 đến 100 báo nhận.", "From 1 to 100 receipts.");
        }
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < input.receipts.size(); i++) {
            var one = input.receipts.get(i);
            boolean complete = one != null
                    && Objects.nonNull(one.notificationId)
                    && Objects.nonNull(one.event)
                    && one.installationId != null
                    && one.installationId.matches("[A-Za-z0-9_-]{8,64}");
            if (!complete) {
                errors.add(FieldError.at(
                        "/receipts/" + i,
                        "Cần notificationId, installationId và event (RECEIVED hoặc OPENED).",
                        "Needs notificationId, installationId and event (RECEIVED or OPENED)."));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return input.receipts;
    }
}
