package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One dossier of the demo: who applied, and the events that a one-stop system would have reported. */
record DemoDossier(String code, String agency, String user, List<JsonObject> events) {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final LocalTime FIRST_HOUR = LocalTime.of(8, 0);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final int MINUTES_BETWEEN_DOSSIERS = 7;
    private static final int DOSSIERS_A_DAY = 60;
    private static final Set<String> ENDED = Set.of("RESULT_READY", "RETURNED", "REFUSED", "STOPPED");

    /** The people and firms that dossiers refer to by their place. */
    record Applicants(JsonArray people, JsonArray firms) {}

    static DemoDossier of(int number, JsonObject told, Applicants applicants, LocalDate today) {
        var begin = today.minusDays(told.getInteger("startedDaysAgo"))
                .atTime(FIRST_HOUR)
                .plusMinutes((long) (number % DOSSIERS_A_DAY) * MINUTES_BETWEEN_DOSSIERS)
                .atOffset(VIETNAM);
        var agency = told.getString("agency");
        var code = "%s-%s-%04d"
                .formatted(agency, DateTimeFormatter.ofPattern("yyMMdd").format(begin), number);
        return new DemoDossier(
                code, agency, user(told.getJsonObject("applicant")), events(code, told, applicants, begin));
    }

    /** The agency of level 1 whose one-stop system reports it. */
    String system() {
        return agency.contains(".") ? agency.substring(0, agency.indexOf('.')) : agency;
    }

    String lastStatus() {
        return events.getLast().getString("status");
    }

    boolean hasEnded() {
        return ENDED.contains(lastStatus());
    }

    OffsetDateTime endedAt() {
        return OffsetDateTime.parse(events.getLast().getString("occurredAt"));
    }

    boolean isOfAPerson() {
        return user.startsWith("citizen");
    }

    private static String user(JsonObject applicant) {
        return applicant.containsKey("person")
                ? DemoUsers.person(applicant.getInteger("person"))
                : DemoUsers.firm(applicant.getInteger("firm"));
    }

    private static List<JsonObject> events(String code, JsonObject told, Applicants applicants, OffsetDateTime begin) {
        var path = told.getJsonArray("path");
        var events = new ArrayList<JsonObject>();
        var at = begin;
        for (int i = 0; i < path.size(); i++) {
            at = at.plus(days(told.getJsonArray("stepDays").getDouble(i)));
            var event = new JsonObject()
                    .put("eventId", code + "/" + (i + 1))
                    .put("dossierCode", code)
                    .put("procedureCode", told.getString("procedure"))
                    .put("status", path.getString(i))
                    .put("occurredAt", text(at))
                    .put("agencies", agencies(told))
                    .put("applicant", applicant(told.getJsonObject("applicant"), applicants))
                    .put("channel", told.getString("channel"));
            if (path.getString(i).equals("RECEIVED")) {
                event.put("receivedAt", text(at));
                if (told.containsKey("dueInDays")) {
                    var due = at.plusDays(told.getInteger("dueInDays")).with(END_OF_WORK);
                    event.put("dueAt", text(due));
                }
            }
            if (i == path.size() - 1 && told.containsKey("reason")) {
                event.put("reason", told.getJsonObject("reason"));
            }
            events.add(event);
        }
        return List.copyOf(events);
    }

    private static JsonObject agencies(JsonObject told) {
        var agency = told.getString("agency");
        return new JsonObject().put("reception", agency).put("competent", agency);
    }

    private static JsonObject applicant(JsonObject reference, Applicants applicants) {
        return reference.containsKey("person")
                ? applicants
                        .people()
                        .getJsonObject(reference.getInteger("person"))
                        .copy()
                        .put("kind", "CITIZEN")
                : applicants.firms().getJsonObject(reference.getInteger("firm")).copy();
    }

    private static Duration days(double days) {
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    private static String text(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }
}
