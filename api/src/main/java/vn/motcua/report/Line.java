package vn.motcua.report;

import java.util.Map;

/** What a row of a report is made of: measures by their names. */
record Line(String code, String label, int depth, Map<String, Long> measures) {
    Line {
        measures = Map.copyOf(measures);
    }
}
