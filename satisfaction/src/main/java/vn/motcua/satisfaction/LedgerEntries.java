package vn.motcua.satisfaction;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What one transaction is about to append. The leaves of a batch stand in the order of their ids, which are random: their
 * order tells nothing of that in which people rated, nor of that in which the ratings are written.
 */
final class LedgerEntries {
    private final SecureRandom random = new SecureRandom();
    private final long size;
    private final long atoms;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Salt> salts = new ArrayList<>();

    /**
     * @param size of the tree before
     * @param atoms number of the last atom that the tree holds
     */
    LedgerEntries(long size, long atoms) {
        this.size = size;
        this.atoms = atoms;
    }

    /** Opens the digest of a batch. */
    record Salt(long batch, byte[] salt) {}

    long size() {
        return size;
    }

    long atoms() {
        return atoms;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Salt> salts() {
        return salts;
    }

    void add(Leaf leaf) {
        leaves.add(leaf);
    }

    /** Ratings that are counted together; returns the number of their batch. */
    long count(Mixer.Pile pile, Questionnaire asked, Cell kept, List<Opened> ratings) {
        return batch(pile, asked, kept, ratings, null);
    }

    /**
     * Ratings that are looked at before they count; returns the number of their batch, which {@link Ledger#decide} names.
     *
     * @param reason for the public, in words of the service
     */
    long setAside(Mixer.Pile pile, Questionnaire asked, Cell kept, List<Opened> ratings, String reason) {
        return batch(pile, asked, kept, ratings, Objects.requireNonNull(reason, "reason"));
    }

    private long batch(Mixer.Pile pile, Questionnaire asked, Cell kept, List<Opened> ratings, String reason) {
        var salt = new byte[LeafSecret.BYTES];
        random.nextBytes(salt);
        long batch = size + leaves.size();
        salts.add(new Salt(batch, salt));
        var said = ratings.stream().map(rating -> digestible(rating.answers())).toList();
        leaves.add(Leaf.batch(batch, pile, kept, ratings.size(), reason, digest(salt, said)));
        sorted(stamps(pile, asked, ratings)).forEach(rating -> leaves.add(Leaf.rating(batch, rating)));
        return batch;
    }

    /** Ratings that are kept, and not counted so far. */
    void hold(List<Leaf.Stamp> ratings) {
        sorted(ratings).forEach(rating -> leaves.add(Leaf.held(rating)));
    }

    private static List<Leaf.Stamp> stamps(Mixer.Pile pile, Questionnaire asked, List<Opened> ratings) {
        return ratings.stream()
                .map(rating -> Leaf.Stamp.of(rating, pile, asked))
                .toList();
    }

    private static List<Leaf.Stamp> sorted(List<Leaf.Stamp> ratings) {
        return ratings.stream()
                .sorted(Comparator.comparing((Leaf.Stamp rating) -> ByteBuffer.wrap(rating.id())))
                .toList();
    }

    /** The digest of a batch: salted, of the answers of all its ratings in alphabetical order. */
    static byte[] digest(byte[] salt, Collection<String> answers) {
        return LeafSecret.hmac(salt, answers.stream().sorted().collect(Collectors.joining("\n")));
    }

    /** As {@code array_to_string(answers, ',', '-')} writes them. */
    private static String digestible(Answers answers) {
        return Arrays.stream(answers.column())
                .map(level -> level == null ? "-" : level.toString())
                .collect(Collectors.joining(","));
    }
}
