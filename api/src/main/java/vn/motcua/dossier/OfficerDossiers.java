package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Stream;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Dossiers for those who handle them. Every look is written down in the transaction that looks. */
@Singleton
class OfficerDossiers {
    private final DossierQueries queries;
    private final AccessStore accesses;
    private final DossierViews views;
    private final Lookups lookups;
    private final Receipts receipts;

    OfficerDossiers(
            DossierQueries queries, AccessStore accesses, DossierViews views, Lookups lookups, Receipts receipts) {
        this.queries = queries;
        this.accesses = accesses;
        this.views = views;
        this.lookups = lookups;
        this.receipts = receipts;
    }

    /** One dossier of this agency or a unit below it; any other is as if it were not there. */
    Uni<Dossier> read(AgencyCode agency, Access access, Language language) {
        return queries.inTransaction(tx -> queries.byCode(tx, access.dossierCode())
                .map(found -> found.filter(row -> isOf(agency, row)).orElseThrow(Lookups::notFound))
                .call(row -> accesses.write(tx, access))
                .chain(row -> queries.sealedSteps(tx, row.code())
                        .map(steps -> views.forOfficer(row, lookups.opened(steps), language))));
    }

    /**
     * Secret and QR for the receipt that a one-stop system prints: of a code of its own agency, also before the dossier is
     * reported, or of a dossier that it is reported to have part in.
     */
    Uni<Receipt> receipt(AgencyCode agency, DossierCode code, Access access) {
        return queries.inTransaction(tx -> queries.byCode(tx, code.value())
                .invoke(found -> {
                    if (!agency.covers(code.agencyLeftToRight())
                            && found.filter(row -> isOf(agency, row)).isEmpty()) {
                        throw notYours();
                    }
                })
                .call(() -> accesses.write(tx, access))
                .map(found -> receipts.of(code.value())));
    }

    private static boolean isOf(AgencyCode agency, DossierRow row) {
        var facts = row.facts();
        var named = Stream.of(facts.competent(), facts.reception(), facts.support())
                .filter(Objects::nonNull)
                .flatMap(code -> AgencyCode.parse(code).stream())
                .toList();
        return named.isEmpty()
                ? DossierCode.parse(row.code())
                        .map(DossierCode::agencyLeftToRight)
                        .filter(agency::covers)
                        .isPresent()
                : named.stream().anyMatch(agency::covers);
    }

    private static ProblemException notYours() {
        return ProblemException.of(
                ProblemType.NOT_YOUR_AGENCY,
                "Hệ thống chỉ lấy được mã bí mật của hồ sơ do cơ quan mình và các đơn vị trực thuộc tiếp nhận, giải quyết.",
                "A system gets the secrets of dossiers of its own agency and the units below it only.");
    }
}
