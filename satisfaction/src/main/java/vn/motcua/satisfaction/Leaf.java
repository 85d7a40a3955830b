package vn.motcua.satisfaction;

import io.vertx.core.json.JsonObject;

/**
 * A leaf of the ledger: one line of JSON, hashed exactly as it stands. No leaf knows a ticket, a dossier, a person or a time.
 *
 * @param id of the rating, or null where the leaf is about several
 * @param decides index of the batch that this leaf decides on, or null
 */
record Leaf(Type type, String text, byte[] id, Long decides) {
    enum Type {
        /** First of all: how much there was before the ledger began. */
        IMPORT,
        /** So many ratings of one agency were counted together; their RATING leaves follow at once. */
        BATCH,
        /** So many ratings of one agency are looked at before they count, and why; their RATING leaves follow at once. */
        SET_ASIDE,
        RATING,
        /** A line of the open data. */
        ATOM,
        /** A rating that is kept and not counted so far. */
        HELD,
        /** A batch that was set aside counts from here on. */
        RELEASED,
        /** A batch that was set aside is never counted, and why. */
        REJECTED;

        /** Whether ratings follow. */
        boolean isBatch() {
            return this == BATCH || this == SET_ASIDE;
        }
    }

    static Leaf begin(long atoms, long ratings, long waiting) {
        return of(
                Type.IMPORT,
                new JsonObject().put("atoms", atoms).put("ratings", ratings).put("waiting", waiting));
    }

    /**
     * @param batch index of this leaf
     * @param reason why it is set aside, or null when it is counted
     * @param digest of the batch's answers, salted
     */
    static Leaf batch(long batch, Mixer.Pile pile, Cell kept, int n, String reason, byte[] digest) {
        var content = new JsonObject()
                .put("batch", batch)
                .put("questionnaire", pile.questionnaire())
                .put("version", pile.version())
                .put("agency", pile.agency())
                .put("month", kept.month().toString())
                .put("field", kept.field())
                .put("procedure", kept.procedure())
                .put("outcome", kept.outcome())
                .put("channel", kept.channel())
                .put("n", n);
        if (reason != null) {
            content.put("reason", reason);
        }
        return of(reason == null ? Type.BATCH : Type.SET_ASIDE, content.put("digest", LeafSecret.text(digest)));
    }

    /** What was decided of a batch that was set aside, and why. */
    static Leaf decision(Type decision, long batch, String reason) {
        return new Leaf(
                decision,
                new JsonObject()
                        .put("type", decision.name())
                        .put("batch", batch)
                        .put("reason", reason)
                        .encode(),
                null,
                batch);
    }

    static Leaf rating(long batch, Stamp stamp) {
        return new Leaf(
                Type.RATING,
                stamp.json(new JsonObject().put("type", Type.RATING.name()).put("batch", batch)),
                stamp.id(),
                null);
    }

    static Leaf held(Stamp stamp) {
        return new Leaf(Type.HELD, stamp.json(new JsonObject().put("type", Type.HELD.name())), stamp.id(), null);
    }

    static Leaf atom(String line) {
        return of(Type.ATOM, new JsonObject().put("csv", line));
    }

    /** What a leaf says of one rating. */
    record Stamp(byte[] id, byte[] commitment) {
        static Stamp of(Opened rating, Mixer.Pile pile, Questionnaire asked) {
            return new Stamp(
                    rating.secret().id(),
                    rating.secret()
                            .commitment(
                                    pile.questionnaire(),
                                    pile.version(),
                                    pile.agency(),
                                    rating.answers().canonical(asked)));
        }

        private String json(JsonObject leaf) {
            return leaf.put("id", LeafSecret.text(id))
                    .put("commitment", LeafSecret.text(commitment))
                    .encode();
        }
    }

    private static Leaf of(Type type, JsonObject content) {
        var leaf = new JsonObject().put("type", type.name());
        content.forEach(value -> leaf.put(value.getKey(), value.getValue()));
        return new Leaf(type, leaf.encode(), null, null);
    }
}
