package vn.motcua.satisfaction;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tickets and what the database may hold of them. A ticket is computed from the dossier code under a key, so that
 * its owner can be shown it again while only its hash is stored.
 */
@Singleton
class TicketKeys {
    private static final int TOKEN_BYTES = 16;

    private final byte[] ticketKey;
    private final byte[] hashKey;
    private final byte[] dossierKey;

    TicketKeys(TicketSecret config) {
        var master = utf8(config.secret());
        ticketKey = hmac(master, utf8("motcua/ticket"));
        hashKey = hmac(master, utf8("motcua/ticket-hash"));
        dossierKey = hmac(master, utf8("motcua/ticket-dossier"));
    }

    /** The ticket of a dossier: 128 bits, 22 characters. */
    String ticket(String dossierCode) {
        return text(hmac(ticketKey, utf8(canonical(dossierCode))));
    }

    /** What is stored of a dossier. */
    byte[] dossierHash(String dossierCode) {
        return hmac(dossierKey, utf8(canonical(dossierCode)));
    }

    /** What is stored of a ticket. It is keyed, too: a hash of a guess proves nothing without the secret. */
    byte[] ticketHash(String ticket) {
        return hmac(hashKey, utf8(ticket));
    }

    /** Shows later whether the same answers are sent again, without telling them to a reader of the table. */
    byte[] answersMac(String ticket, Map<Factor, Integer> answers) {
        var text = answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining(",", "answers/", ""));
        return hmac(utf8(ticket), utf8(text));
    }

    String receipt(String ticket) {
        return text(hmac(utf8(ticket), utf8("receipt")));
    }

    private static String canonical(String dossierCode) {
        return dossierCode.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
