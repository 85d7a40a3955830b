package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Vietnam;

/**
 * Exchanges a plain ticket for a signature on a ticket that the service does not see. The app makes a random message, blinds
 * it and sends it with the plain ticket, which is thereby used; what it unblinds is redeemed later, without a word about who.
 */
@Singleton
class BlindTickets {
    private static final int ID_BYTES = 16;

    /** Not static: a native executable would carry one seed, the same at every start. */
    private final SecureRandom random = new SecureRandom();

    private final Pool pool;
    private final BlindStore store;
    private final TicketStore tickets;
    private final TicketKeys keys;
    private final SatisfactionConfig config;

    BlindTickets(Pool pool, BlindStore store, TicketStore tickets, TicketKeys keys, SatisfactionConfig config) {
        this.pool = pool;
        this.store = store;
        this.tickets = tickets;
        this.keys = keys;
        this.config = config;
    }

    /** What came of a wish. */
    sealed interface Outcome {
        record Key(BlindKeyView key) implements Outcome {}

        record Signed(byte[] signature) implements Outcome {}

        record Unknown() implements Outcome {}

        record Used() implements Outcome {}

        record Expired(LocalDate lastDay) implements Outcome {}

        /** The key is not that of the ticket, or the message is no number below its modulus. */
        record WrongKey() implements Outcome {}
    }

    /** The key with which this ticket can be exchanged; made when it is the first of its agency, month and questionnaire. */
    Uni<Outcome> key(String ticket) {
        var hash = keys.ticketHash(ticket);
        return tickets.find(hash)
                .chain(row -> refusal(row)
                        .map(refused -> Uni.createFrom().item(refused))
                        .orElseGet(() -> store.bound(pool, hash)
                                .chain(bound -> bound.isEmpty()
                                        ? Uni.createFrom().<Outcome>item(new Outcome.Used())
                                        : view(bound.get()))));
    }

    private Uni<Outcome> view(BlindKey.Bound bound) {
        return of(bound)
                .chain(key -> store.issued(key.id()).map(issued -> new Outcome.Key(BlindKeyView.of(key, issued))));
    }

    /** Keys are public, and anybody can see that there is one for all. */
    Uni<List<BlindKeyView>> list(String agency, YearMonth month) {
        return store.list(agency, month);
    }

    private Uni<BlindKey> of(BlindKey.Bound bound) {
        return store.of(bound)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : Uni.createFrom()
                                .item(() -> newKey(bound))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                                .chain(store::insert)
                                .chain(() -> store.of(bound))
                                .map(Optional::orElseThrow));
    }

    private BlindKey newKey(BlindKey.Bound bound) {
        var pair = BlindRsa.newKeys(config.blindKeyBits());
        var encoded = pair.getPublic().getEncoded();
        return new BlindKey(
                id(encoded),
                bound,
                encoded,
                keys.sealKey(pair.getPrivate().getEncoded()),
                bound.month().atEndOfMonth().plusDays(config.ticketDays()));
    }

    static String id(byte[] publicKey) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Signs once for each ticket. The same blinded message again gets the same signature, also after a lost answer. Without a
     * ticket that could be meant nothing is computed.
     */
    Uni<Outcome> sign(String ticket, String keyId, byte[] blinded) {
        return tickets.find(keys.ticketHash(ticket)).chain(row -> {
            var refused = row.filter(TicketRow::isRedeemed).isPresent() ? Optional.<Outcome>empty() : refusal(row);
            return refused.isPresent()
                    ? Uni.createFrom().item(refused.get())
                    : store.find(keyId)
                            .chain(key -> key.isEmpty()
                                    ? Uni.createFrom().<Outcome>item(new Outcome.WrongKey())
                                    : sign(ticket, key.get(), blinded));
        });
    }

    private Uni<Outcome> sign(String ticket, BlindKey key, byte[] blinded) {
        return Uni.createFrom()
                .item(() -> BlindRsa.sign(BlindRsa.privateKey(keys.unsealKey(key.sealedPrivateKey())), blinded, random))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(signature -> signature.isEmpty()
                        ? Uni.createFrom().<Outcome>item(new Outcome.WrongKey())
                        // Nobody sees the signature before the ticket is used up.
                        : pool.withTransaction(transaction -> spend(transaction, ticket, key, blinded)
                                .map(refused -> refused.orElse(new Outcome.Signed(signature.get())))));
    }

    private Uni<Optional<Outcome>> spend(SqlConnection transaction, String ticket, BlindKey key, byte[] blinded) {
        var hash = keys.ticketHash(ticket);
        var mac = keys.answersMac(
                ticket, "blind/" + key.id() + "/" + Base64.getEncoder().encodeToString(blinded));
        return tickets.lock(transaction, hash).chain(row -> {
            if (row.isPresent() && row.get().isRedeemed()) {
                return outcome(MessageDigest.isEqual(mac, row.get().answersMac()) ? null : new Outcome.Used());
            }
            var refused = refusal(row);
            return refused.isPresent()
                    ? Uni.createFrom().item(refused)
                    : store.bound(transaction, hash)
                            .chain(bound -> bound.filter(key.bound()::equals).isEmpty()
                                    ? outcome(new Outcome.WrongKey())
                                    : store.spend(transaction, hash, mac, key.id())
                                            .chain(() -> outcome(null)));
        });
    }

    private static Uni<Optional<Outcome>> outcome(Outcome refused) {
        return Uni.createFrom().item(Optional.ofNullable(refused));
    }

    private static Optional<Outcome> refusal(Optional<TicketRow> row) {
        if (row.isEmpty()) {
            return Optional.of(new Outcome.Unknown());
        }
        if (row.get().isRedeemed()) {
            return Optional.of(new Outcome.Used());
        }
        return row.get().isExpired(Vietnam.today())
                ? Optional.of(new Outcome.Expired(row.get().expiresOn()))
                : Optional.empty();
    }
}
