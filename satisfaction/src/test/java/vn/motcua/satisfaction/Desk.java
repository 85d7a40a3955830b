package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.motcua.openapi.Vietnam;

/** A one-stop counter for tests: ends dossiers, hands out their tickets, and fills in ratings. */
@ApplicationScoped
class Desk {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Pool pool;
    private final Tickets tickets;
    private final Ratings ratings;
    private final Mixer mixer;
    private final LedgerHeads heads;
    private final LedgerReads reads;
    private final TicketKeys keys;

    Desk(
            Pool pool,
            Tickets tickets,
            Ratings ratings,
            Mixer mixer,
            LedgerHeads heads,
            LedgerReads reads,
            TicketKeys keys) {
        this.pool = pool;
        this.tickets = tickets;
        this.ratings = ratings;
        this.mixer = mixer;
        this.heads = heads;
        this.reads = reads;
        this.keys = keys;
    }

    /** A level-1 agency that no other test uses. */
    static String newAgency() {
        return "T" + (1000 + NUMBER.incrementAndGet());
    }

    static EndedDossier dossier(String agency) {
        return dossier(agency, "F.HOTICH", EndedDossier.Outcome.RETURNED, "ONLINE");
    }

    static EndedDossier dossier(String agency, String field, EndedDossier.Outcome outcome, String channel) {
        var code = "%s-261120-%06d".formatted(agency, NUMBER.incrementAndGet());
        return new EndedDossier(code, "1.001193", field, agency, outcome, channel, Vietnam.today());
    }

    static List<EndedDossier> dossiers(String agency, int count) {
        return IntStream.range(0, count).mapToObj(i -> dossier(agency)).toList();
    }

    void issue(List<EndedDossier> dossiers) {
        pool.withTransaction(transaction -> tickets.issue(transaction, dossiers))
                .await()
                .indefinitely();
    }

    String issue(EndedDossier dossier) {
        issue(List.of(dossier));
        return ticket(dossier);
    }

    /** Ends that many dossiers and rates each with this level in every factor. */
    void rate(String agency, int count, int level) {
        rate(dossiers(agency, count), all(level));
    }

    void rate(List<EndedDossier> dossiers, Map<Factor, Integer> answers) {
        lay(dossiers, answers);
        mix();
    }

    /** Rates each, and mixes nothing yet. */
    void lay(List<EndedDossier> dossiers, Map<Factor, Integer> answers) {
        issue(dossiers);
        var byName = new HashMap<String, Integer>();
        answers.forEach((factor, level) -> byName.put(factor.name(), level));
        for (var dossier : dossiers) {
            var outcome = ratings.redeem(ticket(dossier), new RatingAnswers(byName, null, null))
                    .await()
                    .indefinitely();
            assertInstanceOf(RatingOutcome.Counted.class, outcome);
        }
    }

    String ticket(EndedDossier dossier) {
        return tickets.open(dossier.dossierCode()).await().indefinitely().orElseThrow();
    }

    /** Also of a dossier that was rated. */
    String ticketOf(EndedDossier dossier) {
        return keys.ticket(dossier.dossierCode());
    }

    void mix() {
        mix(Vietnam.today());
    }

    /** Only of these agencies. */
    void mix(Set<String> agencies) {
        mixer.mixAgencies(agencies, Vietnam.today()).await().indefinitely();
    }

    /** As it would be done on that day. */
    void mix(LocalDate day) {
        mixer.mixAll(day).await().indefinitely();
    }

    /** Signs the ledger as it stands; tests do not wait for the next full hour. */
    void sign() {
        var last = reads.latest(pool).await().indefinitely();
        var now = Instant.now();
        var at = last.map(head -> head.signedAt().toInstant().plusSeconds(1))
                .filter(now::isBefore)
                .orElse(now);
        heads.publish(at).await().indefinitely();
    }

    static Map<Factor, Integer> all(int level) {
        var answers = new EnumMap<Factor, Integer>(Factor.class);
        for (var factor : Factor.values()) {
            answers.put(factor, level);
        }
        return answers;
    }
}
