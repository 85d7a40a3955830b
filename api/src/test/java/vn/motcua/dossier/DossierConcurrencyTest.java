package vn.motcua.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.motcua.dossier.Sender.daysAgo;
import static vn.motcua.dossier.Sender.event;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class DossierConcurrencyTest {
    private static final int SENDERS = 6;
    private static final int DOSSIERS = 40;

    private final Sender sender = new Sender("system-concurrent", "H44");

    @Test
    void overlappingBatchesAtTheSameTimeCountEachEventOnceAndFoldEveryDossier() throws Exception {
        var events = new ArrayList<String>();
        for (int i = 0; i < DOSSIERS; i++) {
            var code = "H44.08-261009-%04d".formatted(i);
            for (int status = 2; status <= 6; status += 2) {
                events.add(event("c-" + i + "-" + status, code, Integer.toString(status), daysAgo(10 - status)));
            }
        }
        var sends = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < SENDERS; i++) {
            var batch = new ArrayList<>(events);
            Collections.shuffle(batch, new Random(i));
            var half = List.copyOf(batch.subList(0, events.size() * 2 / 3));
            sends.add(() -> accepted(half));
        }
        int accepted = 0;
        try (var pool = Executors.newFixedThreadPool(SENDERS)) {
            for (var done : pool.invokeAll(sends)) {
                accepted += done.get();
            }
        }
        accepted += accepted(events);
        assertEquals(events.size(), accepted);
        assertEquals(DOSSIERS, count("from dossier.dossier where code like 'H44.08-261009-%' and status = 6"));
        assertEquals(
                DOSSIERS,
                count("from dossier.dossier where code like 'H44.08-261009-%' and jsonb_array_length(timeline) = 3"));
    }

    private int accepted(List<String> events) {
        return sender.sendAnything("[" + String.join(",", events) + "]")
                .statusCode(200)
                .extract()
                .path("accepted");
    }

    private static int count(String from) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
