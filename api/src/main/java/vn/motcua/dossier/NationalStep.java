package vn.motcua.dossier;

import java.time.OffsetDateTime;

/** An event in the making; the national shape has no event ids, they are made from the content. */
final class NationalStep {
    private final String code;
    private final String status;
    private final OffsetDateTime at;
    private String procedure;
    private EventAgencies agencies;
    private Applicant applicant;
    private OffsetDateTime receivedAt;
    private OffsetDateTime dueAt;
    private Channel channel;
    private Reason reason;
    private Handler handler;

    NationalStep(NationalRecord record, String status, OffsetDateTime at) {
        this.code = record.text("MaHoSo");
        this.status = status;
        this.at = at;
    }

    NationalStep agencies(String reception, String competent) {
        agencies = new EventAgencies(null, reception, competent);
        return this;
    }

    /** Only steps that send a dossier back have a reason; what is said of other steps is the office's own. */
    NationalStep reason(String text) {
        boolean isReturn = DossierStatus.parse(status == null ? "" : status)
                .filter(ReasonCheck::isReturn)
                .isPresent();
        reason = text == null || !isReturn ? null : new Reason(null, null, text, null);
        return this;
    }

    NationalStep handler(String name, String position) {
        handler = name == null && position == null ? null : new Handler(name, position);
        return this;
    }

    NationalStep applicant(Applicant who) {
        applicant = who;
        return this;
    }

    NationalStep procedure(String procedureCode) {
        procedure = procedureCode;
        return this;
    }

    NationalStep received(OffsetDateTime time, Channel by) {
        receivedAt = time;
        channel = by;
        return this;
    }

    NationalStep due(OffsetDateTime time) {
        dueAt = time;
        return this;
    }

    /** Null where state or time is wrong or missing; the check tells it. */
    SourceHistory.Said said() {
        var known = DossierStatus.parse(status == null ? "" : status);
        return at == null
                ? null
                : known.map(s -> new SourceHistory.Said(s, at, dueAt)).orElse(null);
    }

    DossierEvent event() {
        return new DossierEvent(
                "-",
                code,
                procedure,
                status,
                at,
                agencies,
                applicant,
                receivedAt,
                dueAt,
                channel,
                reason,
                handler,
                null,
                null);
    }
}
