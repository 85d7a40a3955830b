package vn.motcua.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.motcua.identity.Secrets;
import vn.motcua.identity.Secrets.Purpose;

/** Seals what people wrote and who they are, and makes the keyed hashes that stand for it. */
@Singleton
class FeedbackSeal {
    private static final int PROOF_LENGTH = 4;

    private final Secrets secrets;
    private final ObjectMapper json;

    FeedbackSeal(Secrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    byte[] seal(Object personal) {
        try {
            return personal == null ? null : secrets.encrypt(json.writeValueAsString(personal));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("feedback cannot be sealed", e);
        }
    }

    /** Null when nothing is left of it. */
    <T> T open(byte[] sealed, Class<T> type) {
        try {
            return sealed == null ? null : json.readValue(secrets.decrypt(sealed), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sealed feedback cannot be read", e);
        }
    }

    /** The last four digits of the sender's phone, bound to the case; null without a phone. */
    byte[] proofOf(String code, Sender sender) {
        if (sender == null || sender.phone() == null) {
            return null;
        }
        var digits = sender.phone().replaceAll("\\D", "");
        return digits.length() < PROOF_LENGTH ? null : proof(code, digits.substring(digits.length() - PROOF_LENGTH));
    }

    byte[] proof(String code, String typed) {
        return hmac("feedback proof\n" + code + "\n" + typed.strip().toUpperCase(Locale.ROOT));
    }

    /** Stands for two neighbouring words. */
    long wordKey(String words) {
        return number("feedback words\n" + words);
    }

    /** Stands for a place. */
    long placeKey(String place) {
        return number("feedback place\n" + Tracks.folded(place));
    }

    /** Stands for a whole request. */
    byte[] bodyKey(FeedbackInput input) {
        try {
            return hmac("feedback body\n" + json.writeValueAsString(input));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("feedback cannot be written", e);
        }
    }

    private long number(String text) {
        return ByteBuffer.wrap(hmac(text)).getLong();
    }

    private byte[] hmac(String text) {
        return secrets.hmac(Purpose.PROOF, text.getBytes(StandardCharsets.UTF_8));
    }
}
