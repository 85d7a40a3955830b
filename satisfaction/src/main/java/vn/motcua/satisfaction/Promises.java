package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the answer to a rating promises: by which day it stands in the ledger. */
@Singleton
class Promises {
    private static final String RESTING = """
            select agency, mix_from from satisfaction.resting where receipt_hash = $1
            """;

    private final TicketKeys keys;
    private final LedgerSigner signer;
    private final LedgerConfig config;

    Promises(TicketKeys keys, LedgerSigner signer, LedgerConfig config) {
        this.keys = keys;
        this.signer = signer;
        this.config = config;
    }

    /**
     * For a rating that rests; empty when it was mixed already (the ledger has it, a proof is better than a promise) or when
     * nothing is signed here. Asked again it is the same promise.
     */
    Uni<Optional<RatingPromise>> of(SqlConnection transaction, String receipt, Questionnaire asked, Answers answers) {
        return transaction
                .preparedQuery(RESTING)
                .execute(Tuple.of(Buffer.buffer(keys.receiptHash(receipt))))
                .map(rows -> {
                    for (var row : rows) {
                        var pile = new Mixer.Pile(asked.code(), asked.version(), row.getString("agency"));
                        var rating = Leaf.Stamp.of(new Opened(answers, LeafSecret.of(receipt)), pile, asked);
                        var by = row.getLocalDate("mix_from").plusDays(config.promiseDays());
                        return signer.promise(rating, by).map(signed -> RatingPromise.of(rating, pile, by, signed));
                    }
                    return Optional.empty();
                });
    }
}
