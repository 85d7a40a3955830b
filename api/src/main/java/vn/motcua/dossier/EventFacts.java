package vn.motcua.dossier;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;

/** What an event tells about a dossier beside status and time. Nothing about a person: it is stored in clear. */
record EventFacts(
        String procedureCode,
        String support,
        String reception,
        String competent,
        String applicantKind,
        String organisationCode,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        Channel channel) {
    static final EventFacts NONE = new EventFacts(null, null, null, null, null, null, null, null, null);

    /** The agency that the event speaks of: the deciding one if named. */
    String agency() {
        return competent != null ? competent : reception != null ? reception : support;
    }

    /** These facts where they are known, else the former ones. */
    EventFacts over(EventFacts former) {
        return new EventFacts(
                known(procedureCode, former.procedureCode),
                known(support, former.support),
                known(reception, former.reception),
                known(competent, former.competent),
                known(applicantKind, former.applicantKind),
                known(organisationCode, former.organisationCode),
                known(receivedAt, former.receivedAt),
                known(dueAt, former.dueAt),
                known(channel, former.channel));
    }

    JsonObject toJson() {
        var json = new JsonObject();
        put(json, "procedureCode", procedureCode);
        put(json, "support", support);
        put(json, "reception", reception);
        put(json, "competent", competent);
        put(json, "applicantKind", applicantKind);
        put(json, "organisationCode", organisationCode);
        put(json, "receivedAt", receivedAt);
        put(json, "dueAt", dueAt);
        put(json, "channel", channel);
        return json;
    }

    static EventFacts of(JsonObject json) {
        return new EventFacts(
                json.getString("procedureCode"),
                json.getString("support"),
                json.getString("reception"),
                json.getString("competent"),
                json.getString("applicantKind"),
                json.getString("organisationCode"),
                time(json.getString("receivedAt")),
                time(json.getString("dueAt")),
                json.containsKey("channel") ? Channel.valueOf(json.getString("channel")) : null);
    }

    private static OffsetDateTime time(String text) {
        return text == null ? null : OffsetDateTime.parse(text);
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static <T> T known(T now, T before) {
        return now != null ? now : before;
    }
}
