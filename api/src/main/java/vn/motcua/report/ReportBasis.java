package vn.motcua.report;

import vn.motcua.openapi.Text;

/** Which days a named period has. */
enum ReportBasis {
    /** Closed on the 14th (NĐ 09/2019/NĐ-CP art. 12, recalled): month, quarter, six and nine months, year. */
    REPORT("Kỳ báo cáo chốt ngày 14", "Reporting period closed on the 14th"),
    /** As the calendar has it: day, week, month, quarter, half-year, year. */
    CALENDAR("Kỳ theo lịch", "Calendar period");

    private final Text label;

    ReportBasis(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
