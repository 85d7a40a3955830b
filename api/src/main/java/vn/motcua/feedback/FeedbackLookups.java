package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import vn.motcua.dossier.LookupGuard;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;

/** Where a case stands, for anyone with the code and a proof; under the same limits as look-ups of dossiers. */
@Singleton
class FeedbackLookups {
    private final FeedbackQueries queries;
    private final FeedbackSeal seal;
    private final FeedbackSecrets secrets;
    private final FeedbackViews views;
    private final LookupGuard guard;

    FeedbackLookups(
            FeedbackQueries queries,
            FeedbackSeal seal,
            FeedbackSecrets secrets,
            FeedbackViews views,
            LookupGuard guard) {
        this.queries = queries;
        this.seal = seal;
        this.secrets = secrets;
        this.views = views;
        this.guard = guard;
    }

    Uni<FeedbackStanding> withProof(FeedbackLookup lookup, long network, Language language) {
        if (lookup == null) {
            throw ProblemException.invalid("", "Hãy gửi mã và thông tin xác minh.", "Send code and proof.");
        }
        var check = new InputCheck();
        check.text("/code", lookup.code(), 1, 60, true);
        check.text("/proof", lookup.proof(), 4, 64, true);
        check.done();
        var code = FeedbackReading.code(lookup.code());
        return guard.look(
                        lookup.code(),
                        lookup.proof(),
                        network,
                        () -> queries.proven(
                                code, secrets.proves(code, lookup.proof()), seal.proof(code, lookup.proof())),
                        Refusals::notFound)
                .map(petition -> views.forAnyone(petition, language));
    }
}
