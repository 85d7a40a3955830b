package vn.motcua.satisfaction;

import vn.motcua.openapi.ProblemException;

/**
 * What an officer asks for, and who asks.
 *
 * @param topic only comments with this topic; null for all
 * @param account the account of the token; kept for an inquiry, never shown
 * @param ownAgency the agency that the officer acts for
 */
record CommentReading(Selection selection, String topic, String account, String ownAgency) {
    CommentReading {
        if (topic != null && !Topics.RULES.codes().contains(topic)) {
            throw ProblemException.invalid(
                    "topic",
                    "Phải là một trong: " + String.join(", ", Topics.RULES.codes()) + ".",
                    "Must be one of " + String.join(", ", Topics.RULES.codes()) + ".");
        }
    }

    /** One line that says what was asked for, by which rules, and up to which batch. */
    String recipe(long lastBatch) {
        return "comments/1;rules=%d;agency=%s;from=%s;to=%s;topic=%s;batches=%d"
                .formatted(
                        Topics.RULES.version(),
                        selection.agencyValue(),
                        selection.from(),
                        selection.to(),
                        topic == null ? Cell.ANY : topic,
                        lastBatch);
    }
}
