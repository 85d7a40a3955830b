package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import vn.motcua.openapi.Vietnam;

/**
 * Redeems tickets. The rating goes to rest, sealed, and the ticket forgets what it knew, in one transaction; later the
 * {@link Mixer} takes at least ten at once, in random order.
 *
 * <p><b>What plain tickets protect against.</b> After redemption no column of a rating equals a column of a ticket: the
 * rating has a random id and the month in which the dossier ended; the ticket keeps hashes, and a check value of the answers
 * whose key is the ticket itself, which is not stored. A rating is written together with at least nine others of its kind,
 * so neither transaction numbers nor physical order nor the write-ahead log tell whose it is; until then it is encrypted.
 * Agencies, and whoever reads tables, exports or backups, find no path from a rating to a dossier or a person.
 *
 * <p><b>What they do not protect against.</b> The running service sees ticket and answers together. Whoever has the secret
 * of the service as well as the database can compute the ticket of a dossier code and try all answers against the check
 * value. Where all of a kind give the same answer, everybody's answer is known. Blind-signed tickets ({@link BlindRatings})
 * answer the first two.
 */
@Singleton
class Ratings {
    private final Pool pool;
    private final TicketStore tickets;
    private final RestingStore resting;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final SatisfactionConfig config;
    private final MixerService mixer;
    private final Promises promises;
    private final Openings openings;

    Ratings(
            Pool pool,
            TicketStore tickets,
            RestingStore resting,
            Questionnaires questionnaires,
            TicketKeys keys,
            SatisfactionConfig config,
            MixerService mixer,
            Promises promises,
            Openings openings) {
        this.pool = pool;
        this.tickets = tickets;
        this.resting = resting;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.config = config;
        this.mixer = mixer;
        this.promises = promises;
        this.openings = openings;
    }

    Uni<RatingOutcome> redeem(String ticket, RatingAnswers answers) {
        var rated = new AtomicReference<String>();
        return locked(ticket, (transaction, row, questionnaire) -> {
                    var given = Given.of(questionnaire, answers);
                    return redeem(transaction, row, ticket, given, answers.wantsToStayOpen(), rated);
                })
                .invoke(() -> {
                    if (rated.get() != null) {
                        mixer.ring(rated.get());
                    }
                });
    }

    /** Replaces the answers for some days, while the rating still rests. Repeating it is harmless. */
    Uni<RatingOutcome> change(String ticket, RatingChange change) {
        return locked(
                ticket,
                (transaction, row, questionnaire) -> change(
                        transaction, row, ticket, change.receipt(), Given.of(questionnaire, change.asAnswers())));
    }

    private Uni<RatingOutcome> redeem(
            SqlConnection transaction,
            TicketRow row,
            String ticket,
            Given given,
            boolean keepOpen,
            AtomicReference<String> rated) {
        var mac = keys.answersMac(ticket, given.canonical());
        var today = Vietnam.today();
        if (row.isRedeemed()) {
            return MessageDigest.isEqual(mac, row.answersMac())
                    ? repeated(transaction, ticket, given)
                    : outcome(new RatingOutcome.UsedOtherwise());
        }
        if (row.isExpired(today)) {
            return outcome(new RatingOutcome.Expired(row.expiresOn()));
        }
        var pace = openings.pace(
                keys.ticketHash(ticket), given.questionnaire().items().size());
        return resting.redeem(
                        transaction,
                        keys.ticketHash(ticket),
                        mac,
                        sealed(ticket, given.answers(), given.comment(), keepOpen, pace))
                .invoke(rated::set)
                .chain(() -> counted(transaction, ticket, given));
    }

    private Uni<RatingOutcome> change(
            SqlConnection transaction, TicketRow row, String ticket, String receipt, Given given) {
        var own = keys.receipt(ticket);
        if (!row.isRedeemed() || receipt == null || !equal(own, receipt)) {
            return outcome(new RatingOutcome.WrongReceipt());
        }
        var mac = keys.answersMac(ticket, given.canonical());
        if (MessageDigest.isEqual(mac, row.answersMac())) {
            return changedComment(transaction, ticket, given);
        }
        var content = sealed(ticket, given.answers(), given.comment(), false, Pace.UNKNOWN);
        return rewrite(transaction, content.receiptHash(), content.content())
                .chain(changed -> changed
                        ? resting.remember(transaction, keys.ticketHash(ticket), mac)
                                .chain(() -> counted(transaction, ticket, given))
                        : outcome(fixed()));
    }

    /** Whether what rests says something else now. */
    Uni<Boolean> rewrite(SqlConnection transaction, byte[] receiptHash, byte[] sealed) {
        return resting.change(transaction, receiptHash, sealed, Vietnam.today().minusDays(config.editDays()));
    }

    RatingOutcome fixed() {
        return new RatingOutcome.Fixed(config.editDays());
    }

    private Uni<RatingOutcome> counted(SqlConnection transaction, String ticket, Given given) {
        var receipt = keys.receipt(ticket);
        return promises.of(transaction, receipt, given.questionnaire(), given.answers())
                .map(promise -> new RatingOutcome.Counted(receipt, promise));
    }

    /** The ticket keeps nothing of a comment; so another one is noticed only while the first still rests. */
    private Uni<RatingOutcome> repeated(SqlConnection transaction, String ticket, Given given) {
        return resting.find(transaction, keys.receiptHash(keys.receipt(ticket)))
                .chain(found -> found.isEmpty() || Objects.equals(keys.comment(found.get()), given.comment())
                        ? counted(transaction, ticket, given)
                        : outcome(new RatingOutcome.UsedOtherwise()));
    }

    /** The same answers with a comment of its own, or without one. */
    private Uni<RatingOutcome> changedComment(SqlConnection transaction, String ticket, Given given) {
        var hash = keys.receiptHash(keys.receipt(ticket));
        return resting.find(transaction, hash).chain(found -> {
            if (found.isEmpty()) {
                return given.comment() == null ? counted(transaction, ticket, given) : outcome(fixed());
            }
            return Objects.equals(keys.comment(found.get()), given.comment())
                    ? counted(transaction, ticket, given)
                    : rewrite(transaction, hash, reseal(found.get(), given))
                            .chain(changed -> changed ? counted(transaction, ticket, given) : outcome(fixed()));
        });
    }

    private byte[] reseal(byte[] sealed, Given given) {
        return keys.seal(keys.unseal(sealed), given.comment());
    }

    /** Every rating rests for so many days; {@code keepOpen} asks for the days in which it can be changed, if those are more. */
    RestingStore.Sealed sealed(String ticket, Answers answers, String comment, boolean keepOpen, Pace pace) {
        var today = Vietnam.today();
        int days = Math.max(config.restDays(), keepOpen ? config.editDays() + 1 : 0);
        var receipt = keys.receipt(ticket);
        var content = new Opened(answers, LeafSecret.of(receipt));
        return new RestingStore.Sealed(
                keys.receiptHash(receipt), today, pace, today.plusDays(days), keys.seal(content.bytes(), comment));
    }

    private Uni<RatingOutcome> locked(String ticket, WithTicket work) {
        return pool.withTransaction(transaction -> tickets.lock(transaction, keys.ticketHash(ticket))
                .chain(found -> found.isEmpty()
                        ? outcome(new RatingOutcome.Unknown())
                        : questionnaires
                                .asked(
                                        transaction,
                                        found.get().questionnaire(),
                                        found.get().version())
                                .chain(asked -> work.apply(transaction, found.get(), asked))));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<RatingOutcome> outcome(RatingOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private interface WithTicket {
        Uni<RatingOutcome> apply(SqlConnection transaction, TicketRow row, Questionnaire asked);
    }

    /** Answers with the questions they answer. */
    private record Given(Questionnaire questionnaire, Answers answers, String comment) {
        /** From here on nobody's name is in the comment. */
        static Given of(Questionnaire questionnaire, RatingAnswers given) {
            return new Given(questionnaire, given.checked(questionnaire), CommentText.readable(given.comment()));
        }

        String canonical() {
            return answers.canonical(questionnaire);
        }
    }
}
