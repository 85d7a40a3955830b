package vn.motcua.dossier;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.ProcedureCode;

/** Judges one event alone and names everything that is wrong with it at once. */
final class EventCheck {
    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");
    private static final Pattern ORGANISATION_CODE = Pattern.compile("\\d{10}(-\\d{3})?");
    /** Clocks of other systems run ahead a little; a day ahead is a wrong date. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final AgencyCode sender;
    private final OffsetDateTime now;
    private final ReasonCheck reasons;

    EventCheck(AgencyCode sender, OffsetDateTime now, ReasonCheck reasons) {
        this.sender = sender;
        this.now = now;
        this.reasons = reasons;
    }

    CheckedEvent check(DossierEvent event) {
        var errors = new ArrayList<FieldError>();
        required(event, errors);
        lengths(event, errors);
        var code = parsed(errors, "/dossierCode", event.dossierCode(), DossierCode::parse);
        var status = parsed(errors, "/status", event.status(), DossierStatus::parse);
        var procedure = parsed(errors, "/procedureCode", event.procedureCode(), ProcedureCode::parse);
        time(errors, "/occurredAt", event.occurredAt());
        time(errors, "/receivedAt", event.receivedAt());
        time(errors, "/dueAt", event.dueAt());
        if (event.occurredAt() != null && event.occurredAt().isAfter(now.plus(AHEAD))) {
            errors.add(FieldError.at("/occurredAt", "Thời điểm ở tương lai.", "The time lies in the future."));
        }
        applicant(event.applicant(), errors);
        var agencies = event.agencies() == null ? new EventAgencies(null, null, null) : event.agencies();
        var support = parsed(errors, "/agencies/support", agencies.support(), EventCheck::agency);
        var reception = parsed(errors, "/agencies/reception", agencies.reception(), EventCheck::agency);
        var competent = parsed(errors, "/agencies/competent", agencies.competent(), EventCheck::agency);
        var parent = parsed(errors, "/parentCode", event.parentCode(), DossierCode::parse);
        if (code != null && parent != null && code.value().equals(parent.value())) {
            errors.add(FieldError.at(
                    "/parentCode", "Hồ sơ không thể thuộc chính nó.", "A dossier cannot be a part of itself."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        requireCovered(
                code, Stream.of(reception, competent).filter(a -> a != null).toList());
        var applicant = Optional.ofNullable(event.applicant());
        var facts = new EventFacts(
                procedure == null ? null : procedure.key(),
                value(support),
                value(reception),
                value(competent),
                applicant.map(a -> a.kind().name()).orElse(null),
                applicant.map(Applicant::organisationCode).orElse(null),
                event.receivedAt(),
                event.dueAt(),
                event.channel(),
                parent == null ? null : parent.value());
        return new CheckedEvent(
                event, code, status, event.occurredAt(), facts, reasons.lacking(status, event.reason()));
    }

    /** A support point is named by those who handle a dossier; to name oneself as one proves nothing. */
    private void requireCovered(DossierCode code, List<AgencyCode> named) {
        boolean covered = named.isEmpty()
                ? sender.covers(code.agencyLeftToRight())
                : named.stream().anyMatch(sender::covers);
        if (!covered) {
            throw notYours();
        }
    }

    static ProblemException notYours() {
        return ProblemException.of(
                ProblemType.NOT_YOUR_AGENCY,
                "Hệ thống chỉ được gửi hồ sơ của cơ quan mình và các đơn vị trực thuộc.",
                "A system may send dossiers of its own agency and the units below it only.");
    }

    private static void required(DossierEvent event, List<FieldError> errors) {
        missing(errors, "/eventId", event.eventId());
        missing(errors, "/dossierCode", event.dossierCode());
        missing(errors, "/status", event.status());
        missing(errors, "/occurredAt", event.occurredAt());
    }

    private static void lengths(DossierEvent event, List<FieldError> errors) {
        length(errors, "/eventId", event.eventId(), 1, 100);
        length(errors, "/receiptSecret", event.receiptSecret(), 4, 64);
        var reason = event.reason();
        if (reason != null) {
            length(errors, "/reason/code", reason.code(), 0, 60);
            length(errors, "/reason/componentRef", reason.componentRef(), 0, 60);
            length(errors, "/reason/text", reason.text(), 0, 2000);
            length(errors, "/reason/nextAction", reason.nextAction(), 0, 2000);
            time(errors, "/reason/respondBy", reason.respondBy());
        }
        if (event.handler() != null) {
            length(errors, "/handler/name", event.handler().name(), 0, 200);
            length(errors, "/handler/position", event.handler().position(), 0, 200);
        }
    }

    private static void applicant(Applicant applicant, List<FieldError> errors) {
        if (applicant == null) {
            return;
        }
        missing(errors, "/applicant/kind", applicant.kind());
        length(errors, "/applicant/name", applicant.name(), 0, 300);
        length(errors, "/applicant/phone", applicant.phone(), 0, 20);
        form(errors, "/applicant/personalId", applicant.personalId(), PERSONAL_ID);
        organisation(applicant.organisationCode(), errors);
    }

    /** Kept in clear, so that a person's number may not stand here, whoever applies. */
    private static void organisation(String code, List<FieldError> errors) {
        if (code != null && PERSONAL_ID.matcher(code).matches()) {
            errors.add(FieldError.at(
                    "/applicant/organisationCode",
                    "Số định danh cá nhân (12 chữ số), kể cả của hộ kinh doanh, phải gửi ở personalId.",
                    "Send a personal number (12 digits), a household business's too, as personalId."));
        } else {
            form(errors, "/applicant/organisationCode", code, ORGANISATION_CODE);
        }
    }

    private static void missing(List<FieldError> errors, String pointer, Object value) {
        if (value == null) {
            errors.add(FieldError.at(pointer, "Bắt buộc phải có.", "Required."));
        }
    }

    private static void length(List<FieldError> errors, String pointer, String text, int min, int max) {
        if (text != null && (text.length() < min || text.length() > max)) {
            errors.add(FieldError.at(
                    pointer,
                    "Phải dài từ " + min + " đến " + max + " ký tự.",
                    "Must have " + min + " to " + max + " characters."));
        }
    }

    private static void form(List<FieldError> errors, String pointer, String text, Pattern form) {
        if (text != null && !form.matcher(text).matches()) {
            errors.add(wrongForm(pointer));
        }
    }

    private static <T> T parsed(
            List<FieldError> errors, String pointer, String text, Function<String, Optional<T>> parse) {
        var value = text == null ? Optional.<T>empty() : parse.apply(text);
        if (text != null && value.isEmpty()) {
            errors.add(wrongForm(pointer));
        }
        return value.orElse(null);
    }

    private static void time(List<FieldError> errors, String pointer, OffsetDateTime time) {
        if (time != null && (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR)) {
            errors.add(FieldError.at(pointer, "Năm phải từ 2000 đến 2100.", "The year must be 2000 to 2100."));
        }
    }

    /** Kept as it is written today, whichever way the sender writes it. */
    private static Optional<AgencyCode> agency(String text) {
        return AgencyCode.parse(text).map(AgencyCode::leftToRight);
    }

    private static FieldError wrongForm(String pointer) {
        return FieldError.at(pointer, "Giá trị không đúng định dạng.", "The value has the wrong form.");
    }

    private static String value(AgencyCode code) {
        return code == null ? null : code.value();
    }
}
