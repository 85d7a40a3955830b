package vn.motcua.satisfaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;

/**
 * The curious administrator of blind tickets has more than all tables, before and after: he has the private key, and wrote down
 * every byte that the running service saw and sent, in order. He still has to guess.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BlindPrivacyTest {
    private static final int PEOPLE = 30;

    @Inject
    Desk desk;

    /** What the service saw at an exchange, and at a redemption. */
    private record Issued(BigInteger blinded, BigInteger signature) {}

    private record Redeemed(BigInteger encoded, BigInteger signature, BigInteger inverse) {}

    /**
     * The proof: for every exchange and every redemption there is a blinding that makes one the other's. So whatever was seen
     * fits every pairing equally well, whoever computes however long.
     */
    @Test
    void everyRedemptionFitsEveryExchange() {
        var keys = BlindRsa.newKeys(2048);
        var seen = watch(keys.getPrivate(), keys.getPublic(), true, 12);
        var key = (RSAPrivateCrtKey) keys.getPrivate();
        var modulus = key.getModulus();
        for (var issued : seen.issued) {
            for (var redeemed : seen.redeemed) {
                var blind = blind(key, issued, redeemed);
                assertEquals(BigInteger.ONE, blind.gcd(modulus));
                assertEquals(
                        issued.blinded(),
                        redeemed.encoded()
                                .multiply(blind.modPow(key.getPublicExponent(), modulus))
                                .mod(modulus));
                assertEquals(
                        issued.signature(), redeemed.signature().multiply(blind).mod(modulus));
            }
        }
    }

    @Test
    void guessesByWhateverWasSeenAreNoBetterThanChance() {
        var keys = BlindRsa.newKeys(2048);
        var seen = watch(keys.getPrivate(), keys.getPublic(), true, PEOPLE);
        for (var guess : guesses((RSAPrivateCrtKey) keys.getPrivate(), seen)) {
            // One of thirty by chance; nine or more happen once in a million times.
            assertTrue(right(guess, seen) < 9, "seed " + seen.seed + ": " + right(guess, seen));
        }
    }

    /** The test can fail: who does not blind is found by the first look. */
    @Test
    void withoutBlindingTheSameGuessesFindEverybody() {
        var keys = BlindRsa.newKeys(2048);
        var seen = watch(keys.getPrivate(), keys.getPublic(), false, PEOPLE);
        assertEquals(
                PEOPLE,
                guesses((RSAPrivateCrtKey) keys.getPrivate(), seen).stream()
                        .mapToInt(guess -> right(guess, seen))
                        .max()
                        .orElseThrow());
    }

    /** Over HTTP: nothing that is stored or sent at the exchange comes back at the redemption, save the key that all share. */
    @Test
    void whatTheServiceSeesOfBothHasOnlyTheKeyInCommon() throws SQLException {
        var agency = Desk.newAgency();
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        var held = new ArrayList<BlindDesk.Held>();
        for (var dossier : Desk.dossiers(agency, 10)) {
            var ticket = desk.issue(dossier);
            var key = BlindDesk.key(ticket);
            var blinded =
                    BlindClient.newTicket(BlindRsa.publicKey(Base64.getDecoder().decode(key.publicKey())));
            var signature =
                    BlindDesk.exchange(ticket, key.id(), blinded.blinded()).<String>path("signature");
            before.addAll(List.of(ticket, dossier.dossierCode(), BlindDesk.text(blinded.blinded()), signature));
            held.add(BlindDesk.held(key, blinded, Base64.getUrlDecoder().decode(signature)));
        }
        before.addAll(rows("select ticket_hash, dossier_hash, answers_mac from satisfaction.ticket where ? <> ''"));
        Collections.shuffle(held);
        for (var ticket : held) {
            var receipt = BlindDesk.rate(ticket, 4).<String>path("receipt");
            after.addAll(List.of(ticket.message(), ticket.signature(), receipt));
        }
        after.addAll(rows("select ticket_hash, answers_mac from satisfaction.blind_ticket where ? <> ''"));
        after.addAll(rows("select receipt_hash, sealed from satisfaction.resting where ? <> ''"));
        var common = new HashSet<>(before);
        common.retainAll(new HashSet<>(after));
        assertEquals(new HashSet<>(), common);
        assertEquals(10, held.stream().map(BlindDesk.Held::message).distinct().count());
    }

    private static List<String> rows(String sql) throws SQLException {
        return Database.rows(sql, "x").stream().flatMap(List::stream).toList();
    }

    private static final class Seen {
        final List<Issued> issued = new ArrayList<>();
        final List<Redeemed> redeemed = new ArrayList<>();
        /** Whose exchange the redemption at this place was. */
        final List<Integer> truth = new ArrayList<>();

        long seed;
    }

    /** People exchange one after the other and redeem in another order. */
    private static Seen watch(PrivateKey privateKey, PublicKey publicKey, boolean blinding, int people) {
        var key = (RSAPublicKey) publicKey;
        var seen = new Seen();
        seen.seed = System.nanoTime();
        var random = new Random(seen.seed);
        var tickets = new ArrayList<BlindClient.Blinded>();
        for (int i = 0; i < people; i++) {
            var ticket = blinding ? BlindClient.newTicket(key) : unblinded(key, random);
            var signature = BlindRsa.sign((RSAPrivateCrtKey) privateKey, ticket.blinded(), new SecureRandom())
                    .orElseThrow();
            seen.issued.add(new Issued(new BigInteger(1, ticket.blinded()), new BigInteger(1, signature)));
            tickets.add(ticket);
        }
        IntStream.range(0, people).forEach(seen.truth::add);
        Collections.shuffle(seen.truth, random);
        for (int person : seen.truth) {
            var issued = seen.issued.get(person);
            var signature = new BigInteger(
                    1,
                    tickets.get(person)
                            .finish(key, BlindRsa.fixed(issued.signature(), BlindRsa.bytes(key.getModulus()))));
            var encoded = signature.modPow(key.getPublicExponent(), key.getModulus());
            seen.redeemed.add(new Redeemed(encoded, signature, signature.modInverse(key.getModulus())));
        }
        return seen;
    }

    private static BlindClient.Blinded unblinded(RSAPublicKey key, Random random) {
        var message = new byte[BlindRating.MESSAGE_BYTES];
        random.nextBytes(message);
        return BlindClient.blind(key, message, new byte[48], BigInteger.ONE);
    }

    private static BigInteger blind(RSAPrivateCrtKey key, Issued issued, Redeemed redeemed) {
        return issued.signature().multiply(redeemed.inverse()).mod(key.getModulus());
    }

    /** Each says for every redemption which exchange it takes it for. */
    private static List<ToIntFunction<Integer>> guesses(RSAPrivateCrtKey key, Seen seen) {
        return List.of(
                place -> place,
                place -> seen.redeemed.size() - 1 - place,
                place ->
                        best(seen, place, (i, r) -> i.blinded().xor(r.encoded()).bitCount()),
                place -> best(
                        seen, place, (i, r) -> i.signature().xor(r.signature()).bitCount()),
                place -> best(
                        seen, place, (i, r) -> i.blinded().xor(r.signature()).bitCount()),
                place -> best(seen, place, (i, r) -> blind(key, i, r).bitLength()),
                place -> best(seen, place, (i, r) -> blind(key, i, r).bitCount()));
    }

    private interface Distance {
        int between(Issued issued, Redeemed redeemed);
    }

    private static int best(Seen seen, int place, Distance distance) {
        return IntStream.range(0, seen.issued.size())
                .boxed()
                .min(Comparator.comparingInt(i -> distance.between(seen.issued.get(i), seen.redeemed.get(place))))
                .orElseThrow();
    }

    private static int right(ToIntFunction<Integer> guess, Seen seen) {
        return (int) IntStream.range(0, seen.truth.size())
                .filter(place -> guess.applyAsInt(place) == seen.truth.get(place))
                .count();
    }
}
