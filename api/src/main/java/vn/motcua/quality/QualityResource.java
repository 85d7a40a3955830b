package vn.motcua.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.CountedDossier;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.dossier.DossierPart;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** The index of an agency for its officers, down to the dossiers and the feedback behind each number. */
@RegisterForReflection(targets = Page.class)
@Path("/v1/agencies/{code}/service-quality")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICER)
class QualityResource {
    private final QualityFigures figures;
    private final Scoring scoring;
    private final DossierFigures dossiers;
    private final Instance<PetitionSource> petitions;
    private final Caller caller;

    QualityResource(
            QualityFigures figures,
            Scoring scoring,
            DossierFigures dossiers,
            Instance<PetitionSource> petitions,
            Caller caller) {
        this.figures = figures;
        this.scoring = scoring;
        this.dossiers = dossiers;
        this.petitions = petitions;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    public Uni<ServiceQuality> getServiceQuality(
            @RestPath String code, @RestQuery LocalDate from, @RestQuery LocalDate to) {
        var agency = ownAgency(code);
        var period = QualityPeriod.of(from, to);
        var language = caller.language();
        return figures.read(agency, period.from(), period.to())
                .map(read -> scoring.of(read, period.from(), period.to(), language));
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/dossiers")
    public Uni<Page<CountedDossier>> listServiceQualityDossiers(
            @RestPath String code,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery DossierPart part,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var agency = ownAgency(code);
        var period = QualityPeriod.of(from, to);
        int size = Page.limit(limit);
        var after =
                Cursor.decode(cursor, "cursor", 1).map(place -> place.key(0)).orElse("");
        var question = QualityFigures.question(agency, period.from(), period.to());
        var asked = part == null ? DossierPart.OVERDUE : part;
        return withFeedback(asked, period)
                .chain(codes -> dossiers.list(question, asked, after, size + 1, codes))
                .map(rows -> Page.of(rows, size, row -> Cursor.of(row.code())));
    }

    private Uni<Set<String>> withFeedback(DossierPart part, QualityPeriod period) {
        return part.asksForFeedback() && petitions.isResolvable()
                ? petitions.get().ownDossiersWithFeedback(period.from(), period.to())
                : Uni.createFrom().item(Set.of());
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/feedback")
    public Uni<Page<CountedPetition>> listServiceQualityFeedback(
            @RestPath String code,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery PetitionPart part,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        var agency = ownAgency(code);
        var period = QualityPeriod.of(from, to);
        int size = Page.limit(limit);
        var after = Cursor.decode(cursor, "cursor", 2)
                .map(place -> new PetitionSource.Place(place.key(0), place.key(1)))
                .orElse(new PetitionSource.Place("", ""));
        if (!petitions.isResolvable()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return petitions
                .get()
                .list(agency, period.from(), period.to(), part == null ? PetitionPart.ALL : part, after, size + 1)
                .map(rows -> Page.of(rows, size, row -> Cursor.of(row.code(), row.unit())));
    }

    private AgencyCode ownAgency(String code) {
        var agency = AgencyCode.parse(code)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.AGENCY_NOT_FOUND,
                        "Hãy kiểm tra lại mã cơ quan, ví dụ H44 hoặc H44.07.",
                        "Check the agency code, for example H44 or H44.07."));
        caller.requireAgency(agency);
        return agency;
    }
}
