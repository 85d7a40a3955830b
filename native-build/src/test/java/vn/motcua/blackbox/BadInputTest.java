package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BadInputTest {
    /** Who each role is, so that the examples of the contract are within reach. */
    private static final Map<String, Map<String, String>> CLAIMS = Map.of(
            "citizen", Map.of("personalId", "001000000001"),
            "business", Map.of("personalId", "001000000002", "organisation", "0101243150"),
            "officer", Map.of("agency", "H44"),
            "one-stop-system", Map.of("agency", "H44"),
            "admin", Map.of());

    @Test
    void everyOperationAnswersBadInputWithAProblem() {
        try (var service = ServiceUnderTest.start("bad-input", Map.of())) {
            var outcome = BadInput.run(service.baseUri(), role -> service.token(role, CLAIMS.get(role)));

            System.out.println("bad input: answers by status " + outcome.statuses());
            assertTrue(
                    outcome.violations().isEmpty(),
                    () -> outcome.violations().size() + " violations\n"
                            + outcome.violations().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("\n")));
        }
    }
}
