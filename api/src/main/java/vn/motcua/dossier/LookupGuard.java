package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vn.motcua.openapi.ProblemException;

/**
 * The limits of look-ups without an account, for other features whose codes can be guessed too: one guesser has one allowance,
 * whatever is guessed at.
 */
@Singleton
public class LookupGuard {
    private final LookupLimits limits;
    private final LookupConfig config;
    private final EventSeal seal;
    private final ProofLookups proven;

    LookupGuard(LookupLimits limits, LookupConfig config, EventSeal seal, ProofLookups proven) {
        this.limits = limits;
        this.config = config;
        this.seal = seal;
        this.proven = proven;
    }

    /**
     * Runs a look-up if the limits allow it (429 if not). An empty answer counts as a failure and is refused at a fixed time.
     *
     * @param typedCode as it was typed; need not be a code
     * @param network from {@link vn.motcua.identity.ClientNetworks}
     * @param look does the same work for every code and proof
     */
    public <T> Uni<T> look(
            String typedCode,
            String proof,
            long network,
            Supplier<Uni<Optional<T>>> look,
            Supplier<ProblemException> refusal) {
        long begun = System.nanoTime();
        var code = typedCode.strip().toUpperCase(Locale.ROOT);
        boolean guessable = proof.strip().length() < config.unguessableFrom();
        var attempt = new LookupLimits.Try(code, seal.codeKey(code), network, guessable);
        return limits.enter(attempt)
                .chain(pass -> look.get().onFailure().invoke(pass::giveBack).chain(found -> {
                    if (found.isPresent()) {
                        pass.giveBack();
                        proven.note(code, network);
                        return Uni.createFrom().item(found.get());
                    }
                    pass.failed();
                    return refused(refusal, begun);
                }));
    }

    private <T> Uni<T> refused(Supplier<ProblemException> refusal, long begun) {
        long grid = config.refuseAfter().toNanos();
        if (grid == 0) {
            return Uni.createFrom().failure(refusal::get);
        }
        long left = grid - (System.nanoTime() - begun) % grid;
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(left / 1_000_000 + 1))
                .chain(() -> Uni.createFrom().failure(refusal::get));
    }
}
