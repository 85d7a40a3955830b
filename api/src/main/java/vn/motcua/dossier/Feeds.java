package vn.motcua.dossier;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which systems report a dossier: a province sees the same one from its own system and from a ministry's.
 *
 * @param lastEventAt time of the last event of each system
 * @param facts the system that each fact is from; empty where one system tells all
 */
record Feeds(Map<String, OffsetDateTime> lastEventAt, Map<String, String> facts) {
    static final Feeds NONE = new Feeds(Map.of(), Map.of());

    Feeds {
        lastEventAt = Map.copyOf(lastEventAt);
        facts = Map.copyOf(facts);
    }

    /** What a fold hears, event by event; who speaks later decides a fact. */
    static final class Builder {
        private final Map<String, OffsetDateTime> lastEventAt = new TreeMap<>();
        private final Map<String, String> facts = new TreeMap<>();

        void add(StoredEvent event) {
            lastEventAt.merge(event.source(), event.occurredAt(), Builder::later);
            event.facts().forEach((name, value) -> facts.put(name, event.source()));
            if (event.personKey() != null) {
                facts.put("personKey", event.source());
            }
        }

        Feeds build() {
            return new Feeds(lastEventAt, lastEventAt.size() == 1 ? Map.of() : facts);
        }

        private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
            return one.isBefore(other) ? other : one;
        }
    }

    JsonObject lastEventJson() {
        var json = new JsonObject();
        new TreeMap<>(lastEventAt).forEach((system, time) -> json.put(system, time.toString()));
        return json;
    }

    JsonObject factsJson() {
        var json = new JsonObject();
        new TreeMap<>(facts).forEach(json::put);
        return json;
    }
}
