package vn.motcua.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The worked example that the libraries of Standard Webhooks are tested with. */
    @Test
    void theSignatureIsThatOfTheStandardsExample() {
        var signed = WebhookSecret.signatures(
                List.of(PUBLISHED), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signed);
    }

    @Test
    void whileASecretIsChangedBothSign() {
        var fresh = WebhookSecret.fresh();
        var signed = WebhookSecret.signatures(List.of(fresh, PUBLISHED), "msg_1", 1, "{}")
                .split(" ");
        assertEquals(2, signed.length);
        assertEquals(WebhookSecret.signatures(List.of(fresh), "msg_1", 1, "{}"), signed[0]);
        assertEquals(WebhookSecret.signatures(List.of(PUBLISHED), "msg_1", 1, "{}"), signed[1]);
        assertTrue(fresh.matches("whsec_[A-Za-z0-9+/]{43}="), "32 random bytes");
    }
}
