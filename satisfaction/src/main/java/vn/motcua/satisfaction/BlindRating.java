package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rating with a blind ticket.
 *
 * @param keyId key that signed the ticket
 * @param message the ticket: 64 random bytes (the 32 of the prefix and the 32 of the message), base64url
 * @param signature unblinded, base64url
 * @param receipt of the earlier answers, when these replace them
 */
@RegisterForReflection
record BlindRating(
        String keyId,
        String message,
        String signature,
        Map<String, Integer> answers,
        List<String> notApplicable,
        Boolean keepOpen,
        String receipt) {
    static final int MESSAGE_BYTES = 2 * BlindRsa.PREFIX_BYTES;
    private static final int MAX_TEXT = 1000;

    /** A ticket whose form is right; whether it was signed is another question. */
    record Ticket(String text, byte[] message, byte[] signature) {}

    Optional<Ticket> ticket() {
        var read = decoded(message).filter(bytes -> bytes.length == MESSAGE_BYTES);
        return read.flatMap(bytes -> decoded(signature)
                // Written anew, so that one ticket has one text.
                .map(signed ->
                        new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), bytes, signed)));
    }

    RatingAnswers asAnswers() {
        return new RatingAnswers(answers, notApplicable, keepOpen);
    }

    static Optional<byte[]> decoded(String text) {
        if (text == null || text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
