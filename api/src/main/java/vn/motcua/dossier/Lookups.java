package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.satisfaction.Tickets;

/** Shows dossiers: to anyone with code and proof, to their owner, to their firm. */
@Singleton
class Lookups {
    /** Stands in for a code that cannot be one; no dossier has it. */
    private static final String NO_CODE = "-";

    private final DossierQueries queries;
    private final DossierViews views;
    private final EventSeal seal;
    private final Tickets tickets;

    Lookups(DossierQueries queries, DossierViews views, EventSeal seal, Tickets tickets) {
        this.queries = queries;
        this.views = views;
        this.seal = seal;
        this.tickets = tickets;
    }

    /** The same work whether the code is malformed, unknown or known: one hash, one query, eight comparisons. */
    Uni<Dossier> withProof(String typedCode, String proof, Language language) {
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse(NO_CODE);
        var hash = seal.proof(code, proof);
        return queries.byCode(code).map(found -> {
            boolean proven = found.map(DossierRow::proofs).orElse(Proofs.NONE).contain(hash);
            if (!proven) {
                throw notFound();
            }
            return views.forAnyone(found.orElseThrow(), language);
        });
    }

    Uni<Dossier> own(String typedCode, UUID personKey, Language language) {
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse(NO_CODE);
        return queries.ofPerson(code, personKey).chain(found -> {
            var row = found.orElseThrow(Lookups::notFound);
            var ticket =
                    row.endedAt() == null ? Uni.createFrom().item(Optional.<String>empty()) : tickets.open(row.code());
            return Uni.combine()
                    .all()
                    .unis(queries.sealedSteps(row.code()).map(this::opened), ticket)
                    .asTuple()
                    .map(both ->
                            views.forOwner(row, both.getItem1(), both.getItem2().orElse(null), language));
        });
    }

    Uni<Page<DossierSummary>> ofPerson(UUID personKey, int limit, String cursor, Language language) {
        var place = ListPlace.of(cursor);
        return queries.pageOfPerson(personKey, place.time(), place.code(), limit + 1)
                .map(rows -> page(rows, limit, language));
    }

    private Page<DossierSummary> page(List<DossierRow> rows, int limit, Language language) {
        var page = Page.of(rows, limit, ListPlace::after);
        return new Page<>(
                page.items().stream().map(row -> views.summary(row, language)).toList(), page.nextCursor());
    }

    private List<DossierViews.Step> opened(List<DossierQueries.SealedStep> steps) {
        return steps.stream()
                .map(step -> {
                    var personal = seal.open(step.sealed());
                    return new DossierViews.Step(
                            step.status(), step.occurredAt(), personal.reason(), personal.handler());
                })
                .toList();
    }

    /** Wrong code and wrong proof in the same words. */
    static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.DOSSIER_NOT_FOUND,
                "Mã hồ sơ hoặc thông tin xác minh chưa đúng. Hãy xem lại giấy tiếp nhận.",
                "The code or the proof is not right. Check them against the receipt.");
    }
}
