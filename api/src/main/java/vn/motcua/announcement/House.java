package vn.motcua.announcement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.agency.Agencies;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.notification.BroadcastSurroundings;
import vn.motcua.openapi.ProcedureCode;

/** What announcements ask of agencies, catalogue and calendar. */
@Singleton
class House implements BroadcastSurroundings {
    private final Agencies agencies;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final JsonWebToken token;

    House(Agencies agencies, Catalogue catalogue, Calendars calendars, JsonWebToken token) {
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.token = token;
    }

    @Override
    public boolean isProvince(String agencyCode) {
        return agencies.level(agencyCode).equals("PROVINCE");
    }

    @Override
    public Optional<String> procedure(String code) {
        return ProcedureCode.parse(code).flatMap(catalogue::published).map(ProcedureFacts::code);
    }

    @Override
    public Optional<LocalDate> workingDaysBefore(LocalDate date, int days) {
        try {
            return Optional.of(calendars.current().subtractWorkingDays(date, days));
        } catch (CalendarYearMissing unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String author() {
        return token.getSubject();
    }
}
