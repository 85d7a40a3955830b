package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Four dossiers as a one-stop system reports them: returned in time, returned late, waiting for papers, in progress. Those
 * that still run have no due date, so that no peer needs the calendar of working days.
 */
final class ModelDossiers {
    private static final List<String> RETURNED =
            List.of("SUBMITTED", "RECEIVED", "IN_PROGRESS", "RESULT_READY", "RETURNED");

    private ModelDossiers() {}

    static String events() {
        var events = new ArrayList<String>();
        add(events, 1, RETURNED, "2025-11-20T17:00:00+07:00");
        add(events, 2, RETURNED, "2025-10-09T17:00:00+07:00");
        add(events, 3, List.of("SUBMITTED", "RECEIVED", "SUPPLEMENT_REQUESTED"), null);
        add(events, 4, List.of("SUBMITTED", "RECEIVED", "IN_PROGRESS"), null);
        return "[" + String.join(",", events) + "]";
    }

    private static void add(List<String> events, int number, List<String> steps, String dueAt) {
        for (int step = 0; step < steps.size(); step++) {
            var code = DossierTables.code(number);
            var text = new StringBuilder("{\"eventId\":\"bench-" + number + "-" + step + "\",\"dossierCode\":\"" + code)
                    .append("\",\"status\":\"" + steps.get(step))
                    .append("\",\"occurredAt\":\"2025-10-" + (8 + step) / 10 + (8 + step) % 10 + "T08:15:00+07:00\"");
            if (step == 0) {
                text.append(",\"procedureCode\":\"9.999999\",\"channel\":\"ONLINE\"")
                        .append(
                                ",\"agencies\":{\"support\":\"H99.01\",\"reception\":\"H99.01\",\"competent\":\"H99.02\"}")
                        .append(",\"applicant\":{\"kind\":\"CITIZEN\",\"name\":\"Nguyễn Thị Mẫu\"")
                        .append(",\"personalId\":\"00100000" + String.format("%04d", number) + "\"}")
                        .append(dueAt == null ? "" : ",\"dueAt\":\"" + dueAt + "\"");
            }
            if (step == 1) {
                text.append(",\"receivedAt\":\"2025-10-09T08:15:00+07:00\"");
            }
            events.add(text.append('}').toString());
        }
    }
}
