package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the phones received: the last messages only, so that a load test does not fill the memory. */
final class FcmPhones {
    private static final int KEPT = 10_000;

    private final Deque<FcmServer.Received> newestFirst = new ArrayDeque<>();
    private Consumer<FcmServer.Received> listener = received -> {};
    private long delivered;

    synchronized void onDelivery(Consumer<FcmServer.Received> newListener) {
        listener = newListener;
    }

    /** Keeps the message and gives the id that Google's server would have given. */
    synchronized String deliver(String token, JsonObject message, Instant at) {
        var id = "0:" + at.toEpochMilli() + "%" + String.format("%016x", ++delivered);
        var received = new FcmServer.Received(id, token, at, message);
        newestFirst.addFirst(received);
        listener.accept(received);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        return id;
    }

    synchronized List<FcmServer.Received> of(String token) {
        return newestFirst.stream().filter(m -> m.token().equals(token)).toList();
    }

    /** Messages by token, the phone that received something last comes first. */
    synchronized Map<String, List<FcmServer.Received>> all() {
        return newestFirst.stream()
                .collect(Collectors.groupingBy(FcmServer.Received::token, LinkedHashMap::new, Collectors.toList()));
    }

    /** The same for programs; with a token, of this phone only. */
    JsonObject asJson(String token) {
        var answer = new JsonArray();
        all().forEach((phone, messages) -> {
            if (token == null || token.equals(phone)) {
                var received = new JsonArray();
                messages.forEach(m -> received.add(new JsonObject()
                        .put("id", m.id())
                        .put("receivedAt", m.at())
                        .put("message", m.message())));
                answer.add(new JsonObject().put("token", phone).put("messages", received));
            }
        });
        return new JsonObject().put("phones", answer);
    }

    synchronized long delivered() {
        return delivered;
    }

    synchronized void forget() {
        newestFirst.clear();
    }
}
