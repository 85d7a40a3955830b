package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** SQL of redeemed ratings that rest until they are mixed with others. */
@Singleton
class RestingStore {
    /**
     * Use the ticket and lay the rating to rest: one statement that waits for no other rating. The ticket forgets what it
     * knew: of the day on which the dossier ended nothing is left, as its last day is moved to the end of the month.
     */
    private static final String REDEEM = """
            with used as (
                update satisfaction.ticket
                set redeemed = true,
                    answers_mac = $2,
            """ + TicketStore.BLANKED + """
                where ticket_hash = $1
                returning
                    old.questionnaire, old.version, old.agency, old.procedure, old.field, old.outcome, old.channel,
                    old.ended_month as month
            )
            insert into satisfaction.resting (
                receipt_hash, questionnaire, version, agency, month, field, procedure, outcome, channel, mix_from, sealed,
                rated_on, pace)
            select
                $3, questionnaire, version, agency, month, field, coalesce(procedure, 'UNKNOWN'), outcome, channel, $4, $5,
                $6, $7
            from used
            returning agency
            """;

    /** Of a blind ticket only this is known; "*" stands for what is not kept, as in a mixed rating. */
    private static final String REST = """
            insert into satisfaction.resting (
                receipt_hash, questionnaire, version, agency, month, field, procedure, outcome, channel, mix_from, sealed,
                rated_on, pace)
            values ($1, $2, $3, $4, $5, '*', '*', '*', '*', $6, $7, $8, $9)
            """;

    /** What says something else is looked at anew. */
    private static final String CHANGE = """
            update satisfaction.resting
            set sealed = $2, examined = false
            where receipt_hash = $1 and not held and rated_on >= $3
            """;

    private static final String FIND = """
            select sealed from satisfaction.resting where receipt_hash = $1
            """;

    private static final String REMEMBER = """
            update satisfaction.ticket set answers_mac = $2 where ticket_hash = $1
            """;

    /**
     * A rating that goes to rest: by which hash it is found, on which day and how fast it was given, from which day it may be
     * mixed, and what it says, sealed.
     */
    record Sealed(byte[] receiptHash, LocalDate ratedOn, Pace pace, LocalDate mixFrom, byte[] content) {}

    /** Runs in the transaction that holds the ticket's lock, once for each ticket; returns the agency that was rated. */
    Uni<String> redeem(SqlConnection transaction, byte[] ticketHash, byte[] answersMac, Sealed rating) {
        return transaction
                .preparedQuery(REDEEM)
                .execute(Tuple.tuple()
                        .addValue(Buffer.buffer(ticketHash))
                        .addValue(Buffer.buffer(answersMac))
                        .addValue(Buffer.buffer(rating.receiptHash()))
                        .addValue(rating.mixFrom())
                        .addValue(Buffer.buffer(rating.content()))
                        .addValue(rating.ratedOn())
                        .addString(rating.pace().name()))
                .map(rows -> rows.iterator().next().getString("agency"));
    }

    /** Lays the rating of a blind ticket to rest. */
    Uni<Void> rest(SqlConnection transaction, BlindKey.Bound bound, Sealed rating) {
        return transaction
                .preparedQuery(REST)
                .execute(Tuple.tuple()
                        .addValue(Buffer.buffer(rating.receiptHash()))
                        .addString(bound.questionnaire())
                        .addInteger(bound.version())
                        .addString(bound.agency())
                        .addValue(bound.month().atDay(1))
                        .addValue(rating.mixFrom())
                        .addValue(Buffer.buffer(rating.content()))
                        .addValue(rating.ratedOn())
                        .addString(rating.pace().name()))
                .replaceWithVoid();
    }

    /** What a rating says, sealed, while it rests. */
    Uni<Optional<byte[]>> find(SqlConnection transaction, byte[] receiptHash) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(receiptHash)))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer("sealed").getBytes()));
    }

    /**
     * Says something else, or the same with another comment; its ticket is the caller's.
     *
     * @param since the first day whose ratings can still be changed
     * @return whether it could be changed: it rested, was not in the ledger, and was given on that day or later
     */
    Uni<Boolean> change(SqlConnection transaction, byte[] receiptHash, byte[] sealed, LocalDate since) {
        return transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.of(Buffer.buffer(receiptHash), Buffer.buffer(sealed), since))
                .map(changed -> changed.rowCount() > 0);
    }

    /** The check value of the answers that a used ticket has now. */
    Uni<Void> remember(SqlConnection transaction, byte[] ticketHash, byte[] answersMac) {
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(Buffer.buffer(ticketHash), Buffer.buffer(answersMac)))
                .replaceWithVoid();
    }
}
