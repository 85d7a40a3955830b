package vn.motcua.dossier;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.function.BiConsumer;

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
        Channel channel,
        String parentCode) {
    static final EventFacts NONE = new EventFacts(null, null, null, null, null, null, null, null, null, null);

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
                known(channel, former.channel),
                known(parentCode, former.parentCode));
    }

    JsonObject toJson() {
        var json = new JsonObject();
        forEach((name, value) -> json.put(name, value.toString()));
        return json;
    }

    /** What is known, in a fixed order: the content hash depends on it. */
    void forEach(BiConsumer<String, Object> fact) {
        known("procedureCode", procedureCode, fact);
        known("support", support, fact);
        known("reception", reception, fact);
        known("competent", competent, fact);
        known("applicantKind", applicantKind, fact);
        known("organisationCode", organisationCode, fact);
        known("receivedAt", receivedAt, fact);
        known("dueAt", dueAt, fact);
        known("channel", channel, fact);
        known("parentCode", parentCode, fact);
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
                json.containsKey("channel") ? Channel.valueOf(json.getString("channel")) : null,
                json.getString("parentCode"));
    }

    private static OffsetDateTime time(String text) {
        return text == null ? null : OffsetDateTime.parse(text);
    }

    private static void known(String name, Object value, BiConsumer<String, Object> fact) {
        if (value != null) {
            fact.accept(name, value);
        }
    }

    private static <T> T known(T now, T before) {
        return now != null ? now : before;
    }
}
