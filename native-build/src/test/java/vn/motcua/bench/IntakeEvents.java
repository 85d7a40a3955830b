package vn.motcua.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What one province reports in a steady state: in each batch a fifth of the dossiers is new and the others take their next
 * step, so that every fold but the first reads what was stored before.
 */
final class IntakeEvents {
    private static final List<String> STEPS =
            List.of("RECEIVED", "IN_PROGRESS", "SUPPLEMENT_REQUESTED", "IN_PROGRESS", "RESULT_READY");

    private final int province;
    private final int fresh;
    private final OffsetDateTime begin;
    private int batch;

    /** @param daysAgo when the first step of a dossier happened; old news is kept and told to nobody */
    IntakeEvents(int province, int batchSize, int daysAgo) {
        this.province = province;
        this.fresh = Math.max(1, batchSize / STEPS.size());
        this.begin =
                OffsetDateTime.now(ZoneOffset.ofHours(7)).minusDays(daysAgo).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The next batch; the first ones are shorter, until dossiers of every step are about. */
    String next() {
        var body = new StringJoiner(",", "[", "]");
        int now = batch++;
        for (int step = 0; step < STEPS.size() && step <= now; step++) {
            for (int i = 0; i < fresh; i++) {
                body.add(event((now - step) * fresh + i, step));
            }
        }
        return body.toString();
    }

    /** One event alone: the next dossier's first step. */
    String single() {
        return "[" + event(batch++, 0) + "]";
    }

    int sizeOfLast() {
        return Math.min(batch, STEPS.size()) * fresh;
    }

    private String event(int number, int step) {
        var code = String.format(Locale.ROOT, "H99.%02d-%ty%<tm%<td-%07d", province, begin, number);
        var text = new StringBuilder(500);
        text.append("{\"eventId\":\"").append(code).append('-').append(step);
        text.append("\",\"dossierCode\":\"").append(code);
        text.append("\",\"status\":\"").append(STEPS.get(step));
        text.append("\",\"occurredAt\":\"").append(begin.plusMinutes(step * 45L + number % 40));
        text.append("\",\"handler\":{\"name\":\"Trần Văn Mẫu\",\"position\":\"Chuyên viên\"}");
        if (step == 0) {
            text.append(",\"procedureCode\":\"9.999999\",\"channel\":\"ONLINE\",\"receivedAt\":\"")
                    .append(begin);
            text.append("\",\"dueAt\":\"").append(begin.plusDays(9));
            text.append("\",\"agencies\":{\"reception\":\"H99.01\",\"competent\":\"H99.02\"}");
            text.append(",\"applicant\":{\"kind\":\"CITIZEN\",\"name\":\"Nguyễn Thị Mẫu\",\"phone\":\"09");
            text.append(String.format(Locale.ROOT, "%08d\",\"personalId\":\"%03d%09d\"}", number, province, number));
        } else if (step == 2) {
            text.append(
                    ",\"reason\":{\"code\":\"PAPER_MISSING\",\"componentRef\":\"tp-1\",\"text\":\"Thiếu giấy mẫu\"");
            text.append(",\"nextAction\":\"Nộp thêm giấy mẫu\"}");
        }
        return text.append('}').toString();
    }
}
