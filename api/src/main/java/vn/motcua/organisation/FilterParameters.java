package vn.motcua.organisation;

import jakarta.ws.rs.DefaultValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.FirmFilter;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.openapi.Vietnam;

/** The filters of a firm's dossiers as they stand in the address. */
class FilterParameters {
    private static final int LONGEST = 200;

    @RestQuery
    @DefaultValue("OWN")
    FirmFilter.Selection selection;

    @RestQuery
    String status;

    @RestQuery
    String agency;

    @RestQuery
    String procedure;

    @RestQuery
    String dueFrom;

    @RestQuery
    String dueTo;

    @RestQuery
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
    String overdue;

    @RestQuery
    String changedSince;

    FirmFilter filter() {
        var to = date("dueTo", dueTo);
        return new FirmFilter(
                selection,
                statuses(),
                parsed("agency", agency, AgencyCode::parse),
                procedure == null
                        ? null
                        : parsed("procedure", procedure, ProcedureCode::parse).key(),
                date("dueFrom", dueFrom),
                to == null ? null : to.plusDays(1),
                flag(),
                time());
    }

    private Set<DossierStatus> statuses() {
        if (status == null) {
            return Set.of();
        }
        var names = parsed("status", status, Optional::of).split(",", -1);
        var found = EnumSet.noneOf(DossierStatus.class);
        Arrays.stream(names).forEach(name -> found.add(parsed("status", name, DossierStatus::parse)));
        return found;
    }

    private Boolean flag() {
        return switch (overdue) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid("overdue", "Chỉ nhận true hoặc false.", "Only true or false.");
        };
    }

    private static OffsetDateTime date(String name, String text) {
        return parsed(
                name,
                text,
                given -> Optional.of(LocalDate.parse(given).atStartOfDay().atOffset(Vietnam.OFFSET)));
    }

    /** A plus sign that was not encoded arrives as a blank. */
    private OffsetDateTime time() {
        return parsed(
                "changedSince", changedSince, given -> Optional.of(OffsetDateTime.parse(given.replace(' ', '+'))));
    }

    private static <T> T parsed(String name, String text, Function<String, Optional<T>> parse) {
        if (text == null) {
            return null;
        }
        try {
            var value = text.length() > LONGEST ? Optional.<T>empty() : parse.apply(text);
            if (value.isPresent() && inRange(value.get())) {
                return value.get();
            }
        } catch (DateTimeException notATime) {
            // Falls through to the one problem below: whatever is wrong, the remedy is the same.
        }
        throw ProblemException.invalid(name, "Giá trị không đúng định dạng.", "The value has the wrong form.");
    }

    /** PostgreSQL's calendar ends; no dossier lies outside these centuries. */
    private static boolean inRange(Object value) {
        return !(value instanceof OffsetDateTime time) || (time.getYear() >= 1900 && time.getYear() <= 2200);
    }
}
