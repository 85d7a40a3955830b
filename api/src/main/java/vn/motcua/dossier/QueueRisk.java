package vn.motcua.dossier;

import vn.motcua.openapi.Text;

/** How an open dossier stands against its time limit, most urgent first. */
enum QueueRisk {
    /** The due date has passed while the clock ran. */
    OVERDUE("Quá hạn", "Overdue"),
    /** Due within a few working days. */
    DUE_SOON("Sắp đến hạn", "Due soon"),
    /** Waiting for the applicant for long. */
    PAUSED_LONG("Tạm dừng đã lâu", "Paused for long"),
    /** Waiting for the applicant. */
    PAUSED("Tạm dừng", "Paused"),
    /** Time is left. */
    ON_TRACK("Còn hạn", "On track"),
    /** Not accepted yet, or no date is known. */
    NO_DUE_DATE("Chưa có hạn", "No due date");

    private final Text label;

    QueueRisk(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
