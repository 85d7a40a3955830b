package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Redeems tickets: answers are stored and counted, and the ticket forgets what it knew, in one transaction.
 *
 * <p><b>What plain tickets protect against.</b> After redemption no column of a rating equals a column of a ticket: the
 * rating has a random id and the month in which the dossier ended; the ticket keeps hashes, and a check value of the answers
 * whose key is the ticket itself, which is not stored. Agencies, and whoever reads tables, exports or logical backups, find
 * no path from a rating to a dossier or a person. Somebody with a used ticket in hand learns neither answers nor dossier.
 *
 * <p><b>What they do not protect against.</b> The running service sees ticket and answers together while it counts them.
 * Whoever has the secret of the service as well as the database can compute the ticket of a dossier code and try all answers
 * against the check value. PostgreSQL's own bookkeeping (transaction numbers of row versions, physical order, write-ahead
 * log) shows to whoever may read it, the service's own role included, which rows were written together. And where only one dossier of an agency, procedure, outcome,
 * channel and month ended, its rating is known to be its own. Blind-signed tickets and mixing answer these; they are not here.
 */
@Singleton
class Ratings {
    private final Pool pool;
    private final TicketStore tickets;
    private final RatingStore store;
    private final TicketKeys keys;

    Ratings(Pool pool, TicketStore tickets, RatingStore store, TicketKeys keys) {
        this.pool = pool;
        this.tickets = tickets;
        this.store = store;
        this.keys = keys;
    }

    Uni<RatingOutcome> redeem(String ticket, Map<Factor, Integer> answers) {
        return pool.withTransaction(transaction -> tickets.lock(transaction, keys.ticketHash(ticket))
                .chain(found -> found.map(row -> redeem(transaction, row, ticket, answers))
                        .orElseGet(() -> outcome(new RatingOutcome.Unknown()))));
    }

    private Uni<RatingOutcome> redeem(
            SqlConnection transaction, TicketRow row, String ticket, Map<Factor, Integer> answers) {
        var mac = keys.answersMac(ticket, answers);
        if (row.isRedeemed()) {
            return outcome(
                    MessageDigest.isEqual(mac, row.answersMac())
                            ? new RatingOutcome.Counted(keys.receipt(ticket))
                            : new RatingOutcome.UsedOtherwise());
        }
        if (row.isExpired(Vietnam.today())) {
            return outcome(new RatingOutcome.Expired(row.expiresOn()));
        }
        return store.redeem(transaction, keys.ticketHash(ticket), mac, answers)
                .replaceWith(new RatingOutcome.Counted(keys.receipt(ticket)));
    }

    private static Uni<RatingOutcome> outcome(RatingOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
