package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.SplittableRandom;

/** How the made-up people rate: drawn from {@code demo/ratings.json}, the same for a dossier at every start. */
record DemoRatings(JsonObject told) {
    /** The answers for this dossier, or nothing when its applicant does not bother. */
    Optional<JsonObject> answers(int number, String agency) {
        // One generator a dossier: a dossier added in between must not change the ratings of the others.
        var random = new SplittableRandom(told.getLong("seed") * 1_000_003 + number);
        var habits = habits(agency);
        if (random.nextDouble() >= habits.getDouble("share")) {
            return Optional.empty();
        }
        var answers = new JsonObject();
        for (var factor : habits.getJsonObject("factors")) {
            boolean skipped = random.nextDouble() < told.getDouble("skipFactor");
            int level = level((JsonArray) factor.getValue(), random);
            if (factor.getKey().equals("OVERALL") || !skipped) {
                answers.put(factor.getKey(), level);
            }
        }
        return Optional.of(new JsonObject().put("answers", answers));
    }

    private JsonObject habits(String agency) {
        return told.getJsonArray("agencies").stream()
                .map(JsonObject.class::cast)
                .filter(h -> covers(h.getString("agency"), agency))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("demo/ratings.json has nothing for " + agency));
    }

    private static boolean covers(String above, String agency) {
        return above.isEmpty() || agency.equals(above) || agency.startsWith(above + ".");
    }

    private static int level(JsonArray weights, SplittableRandom random) {
        int sum = weights.stream().mapToInt(w -> ((Number) w).intValue()).sum();
        int drawn = random.nextInt(sum);
        for (int level = 1; level <= weights.size(); level++) {
            drawn -= weights.getInteger(level - 1);
            if (drawn < 0) {
                return level;
            }
        }
        throw new IllegalStateException("weights do not sum up");
    }
}
