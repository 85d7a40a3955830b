package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/**
 * Guessing is slow: only failures count, for each code, each network and everybody together, in a short and a long window. What
 * is counted here at once is shared with the other replicas a moment later ({@link LookupPenalties}).
 *
 * <p>A code under attack is shut to strangers only: who has the secret of the receipt is not slowed at all, and a network that
 * once had the right proof has a meter of its own, so that nobody can lock an owner out by guessing.
 */
@Singleton
class LookupLimits {
    /** What is metered; its place is the {@code kind} of the shared table. */
    enum Kind {
        OVERALL,
        CODE,
        NETWORK,
        KNOWN_NETWORK_OF_CODE
    }

    private static final long EVERYBODY = 0;

    private final Meters[] meters = new Meters[Kind.values().length];
    private final LookupPenalties penalties;
    private final ProofLookups proven;
    private final Clock clock;

    /** Who tries what: keyed hashes of code and network. {@code guessable}: the proof is short enough to be found by trying. */
    record Try(String code, long codeKey, long network, boolean guessable) {}

    private record Taken(Kind kind, long key) {}

    LookupLimits(LookupConfig config, LookupPenalties penalties, ProofLookups proven, Clock clock) {
        this.penalties = penalties;
        this.proven = proven;
        this.clock = clock;
        meters[Kind.OVERALL.ordinal()] = meters(config, 8, config.overall(), config.overallSustained());
        meters[Kind.CODE.ordinal()] = meters(config, config.remembered(), config.perCode(), config.perCodeSustained());
        meters[Kind.NETWORK.ordinal()] =
                meters(config, config.remembered(), config.perAddress(), config.perAddressSustained());
        meters[Kind.KNOWN_NETWORK_OF_CODE.ordinal()] =
                meters(config, config.remembered(), config.perCode(), config.perCodeSustained());
        penalties.share(this);
    }

    private static Meters meters(LookupConfig config, int remembered, int burst, int sustained) {
        return new Meters(
                remembered, Meters.Window.of(burst, config.burst()), Meters.Window.of(sustained, config.sustained()));
    }

    Meters meters(Kind kind) {
        return meters[kind.ordinal()];
    }

    /**
     * Lets a try pass or refuses it (429). What it takes is given back when the proof was right, so that many tries at the same
     * moment cannot outrun the count.
     */
    Uni<Pass> enter(Try attempt) {
        var taken = new ArrayList<Taken>();
        boolean spotless = meters(Kind.NETWORK).isEmpty(attempt.network(), now());
        long wait = take(taken, Kind.NETWORK, attempt.network());
        if (wait == 0 && attempt.guessable()) {
            wait = take(taken, Kind.OVERALL, EVERYBODY);
            // Too many failures in the whole land: a network without any may still try once.
            wait = spotless ? 0 : wait;
        }
        if (wait > 0) {
            return refused(taken, wait);
        }
        long full = attempt.guessable() ? take(taken, Kind.CODE, attempt.codeKey()) : 0;
        return full == 0 ? passed(taken) : ofKnownNetwork(attempt, taken, full);
    }

    private Uni<Pass> ofKnownNetwork(Try attempt, List<Taken> taken, long full) {
        return proven.before(attempt.code(), attempt.network()).chain(known -> {
            long wait = known ? take(taken, Kind.KNOWN_NETWORK_OF_CODE, attempt.codeKey() ^ attempt.network()) : full;
            return wait == 0 ? passed(taken) : refused(taken, wait);
        });
    }

    private long take(List<Taken> taken, Kind kind, long key) {
        long wait = meters(kind).take(key, now());
        if (wait == 0) {
            taken.add(new Taken(kind, key));
        }
        return wait;
    }

    private Uni<Pass> passed(List<Taken> taken) {
        return Uni.createFrom().item(new Pass(taken));
    }

    private Uni<Pass> refused(List<Taken> taken, long waitMicros) {
        new Pass(taken).giveBack();
        return Uni.createFrom()
                .failure(ProblemException.retryLater(
                        ProblemType.TOO_MANY_REQUESTS,
                        Duration.of(waitMicros, ChronoUnit.MICROS).plusSeconds(1),
                        "Hãy chờ rồi tra cứu lại; thời gian chờ (giây) ở tiêu đề Retry-After. Khi đăng nhập, bạn xem được hồ"
                                + " sơ của mình mà không phải chờ.",
                        "Wait before you look up again; Retry-After tells how many seconds. Signed in, you see your own"
                                + " dossiers without waiting."));
    }

    long now() {
        var now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /** A try that was let pass. */
    final class Pass {
        private final List<Taken> taken;

        private Pass(List<Taken> taken) {
            this.taken = taken;
        }

        /** The proof was right, or we could not tell: it costs nothing. */
        void giveBack() {
            taken.forEach(one -> meters(one.kind()).giveBack(one.key(), now()));
        }

        /** The proof was wrong: the other replicas shall know. */
        void failed() {
            taken.forEach(one -> penalties.add(one.kind(), one.key()));
        }
    }
}
