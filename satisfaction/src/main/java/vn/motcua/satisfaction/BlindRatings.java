package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import vn.motcua.openapi.Vietnam;

/**
 * Redeems blind tickets. The service learns that somebody may rate this agency for this month by this questionnaire, and not
 * who: every ticket signed with the key might be this one. The rating has none of the attributes that the key does not bind.
 */
@Singleton
class BlindRatings {
    private final Pool pool;
    private final BlindStore store;
    private final RestingStore resting;
    private final Questionnaires questionnaires;
    private final TicketKeys keys;
    private final Ratings ratings;
    private final MixerService mixer;
    private final Promises promises;

    BlindRatings(
            Pool pool,
            BlindStore store,
            RestingStore resting,
            Questionnaires questionnaires,
            TicketKeys keys,
            Ratings ratings,
            MixerService mixer,
            Promises promises) {
        this.pool = pool;
        this.store = store;
        this.resting = resting;
        this.questionnaires = questionnaires;
        this.keys = keys;
        this.ratings = ratings;
        this.mixer = mixer;
        this.promises = promises;
    }

    /** A rating whose ticket is good. */
    private record Good(BlindKey key, String ticket, Questionnaire asked, Answers answers, boolean keepOpen) {
        String canonical() {
            return answers.canonical(asked);
        }
    }

    Uni<RatingOutcome> redeem(BlindRating rating) {
        return with(rating, (transaction, good) -> redeem(transaction, good)).call(outcome -> ring(rating, outcome));
    }

    Uni<RatingOutcome> change(BlindRating rating) {
        return with(rating, (transaction, good) -> change(transaction, good, rating.receipt()));
    }

    private Uni<Void> ring(BlindRating rating, RatingOutcome outcome) {
        return outcome instanceof RatingOutcome.Counted
                ? store.find(rating.keyId())
                        .invoke(key ->
                                key.ifPresent(known -> mixer.ring(known.bound().agency())))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private interface Work {
        Uni<RatingOutcome> apply(SqlConnection transaction, Good good);
    }

    private Uni<RatingOutcome> with(BlindRating rating, Work work) {
        var ticket = rating.ticket();
        if (rating.keyId() == null || ticket.isEmpty()) {
            return outcome(new RatingOutcome.Unknown());
        }
        return store.find(rating.keyId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(key -> key.filter(known -> BlindRsa.verifies(
                        BlindRsa.publicKey(known.publicKey()),
                        ticket.get().message(),
                        ticket.get().signature())))
                .chain(key -> key.isEmpty()
                        ? outcome(new RatingOutcome.Unknown())
                        : checked(rating, ticket.get().text(), key.get())
                                .chain(good -> pool.withTransaction(transaction -> work.apply(transaction, good))));
    }

    private Uni<Good> checked(BlindRating rating, String ticket, BlindKey key) {
        return questionnaires
                .asked(pool, key.bound().questionnaire(), key.bound().version())
                .map(asked -> {
                    var given = rating.asAnswers();
                    var answers = given.checked(asked);
                    return new Good(key, ticket, asked, answers, given.wantsToStayOpen());
                });
    }

    private Uni<RatingOutcome> redeem(SqlConnection transaction, Good good) {
        var hash = keys.ticketHash(good.ticket());
        var mac = keys.answersMac(good.ticket(), good.canonical());
        if (good.key().isExpired(Vietnam.today())) {
            return store.used(transaction, hash)
                    .chain(known -> known.isEmpty()
                            ? outcome(new RatingOutcome.Expired(good.key().redeemUntil()))
                            : repeated(transaction, good, known, mac));
        }
        return store.use(transaction, hash, mac)
                .chain(first -> first
                        ? resting.rest(transaction, good.key().bound(), sealed(good))
                                .chain(() -> counted(transaction, good))
                        : store.used(transaction, hash).chain(known -> repeated(transaction, good, known, mac)));
    }

    private Uni<RatingOutcome> repeated(SqlConnection transaction, Good good, Optional<byte[]> known, byte[] mac) {
        return known.filter(earlier -> MessageDigest.isEqual(earlier, mac)).isPresent()
                ? counted(transaction, good)
                : outcome(new RatingOutcome.UsedOtherwise());
    }

    private Uni<RatingOutcome> counted(SqlConnection transaction, Good good) {
        var receipt = keys.receipt(good.ticket());
        return promises.of(transaction, receipt, good.asked(), good.answers())
                .map(promise -> new RatingOutcome.Counted(receipt, promise));
    }

    private Uni<RatingOutcome> change(SqlConnection transaction, Good good, String receipt) {
        var hash = keys.ticketHash(good.ticket());
        var mac = keys.answersMac(good.ticket(), good.canonical());
        return store.used(transaction, hash).chain(known -> {
            if (known.isEmpty() || receipt == null || !equal(keys.receipt(good.ticket()), receipt)) {
                return outcome(new RatingOutcome.WrongReceipt());
            }
            if (MessageDigest.isEqual(known.get(), mac)) {
                return counted(transaction, good);
            }
            var content = sealed(good);
            return ratings.rewrite(transaction, content.receiptHash(), content.content())
                    .chain(changed -> changed
                            ? store.remember(transaction, hash, mac).chain(() -> counted(transaction, good))
                            : outcome(ratings.fixed()));
        });
    }

    private RestingStore.Sealed sealed(Good good) {
        return ratings.sealed(good.ticket(), good.answers(), null, good.keepOpen(), Pace.UNKNOWN);
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<RatingOutcome> outcome(RatingOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
