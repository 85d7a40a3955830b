package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EventMonthTest {
    @Test
    void theMonthIsThatOfTheReceiptDateInEachGenerationOfCodes() {
        assertEquals(202003, month("000.00.01.H01-200304-0001"));
        assertEquals(202610, month("H15.50.05.13-261008-0975"));
        assertEquals(202606, month("G09.20-20260609-0092637"));
        assertEquals(0, month("H15-19991231-0001"));
        assertEquals(0, month("H15-21000101-0001"));
    }

    @Test
    void theDatabaseSaysTheSame() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            var date = List.of("20", "", "19", "21").get(random.nextInt(4))
                    + "%02d%02d%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var code = "H15.20-" + date + "-" + "%04d".formatted(random.nextInt(10_000));
            assertEquals(
                    month(code), Tables.number("select dossier.month_of('" + code + "')"), code + ", seed " + seed);
        }
    }

    private static int month(String code) {
        return EventMonth.of(DossierCode.parse(code).orElseThrow());
    }
}
