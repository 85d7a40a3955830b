package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.catalogue.PinnedProcedures;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.satisfaction.Tickets;

/** Shows dossiers: to anyone with code and proof, to their owner. */
@Singleton
class Lookups {
    /** Stands in for a code that cannot be one; no dossier has it. */
    private static final String NO_CODE = "-";

    private final DossierQueries queries;
    private final DossierViews views;
    private final EventSeal seal;
    private final Tickets tickets;
    private final LookupLimits limits;
    private final LookupConfig config;
    private final Receipts receipts;
    private final ProofLookups proofLookups;
    private final PinnedProcedures procedures;

    Lookups(
            DossierQueries queries,
            DossierViews views,
            EventSeal seal,
            Tickets tickets,
            LookupLimits limits,
            LookupConfig config,
            Receipts receipts,
            ProofLookups proofLookups,
            PinnedProcedures procedures) {
        this.queries = queries;
        this.views = views;
        this.seal = seal;
        this.tickets = tickets;
        this.limits = limits;
        this.config = config;
        this.receipts = receipts;
        this.proofLookups = proofLookups;
        this.procedures = procedures;
    }

    /**
     * The same work whether the code is malformed, unknown or known: four hashes, one query that answers with a row or none.
     * What differs still (a page that the database has to read from disk) is hidden by answering refusals at fixed times.
     */
    Uni<Dossier> withProof(String typedCode, String proof, long network, Language language) {
        long begun = System.nanoTime();
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse(NO_CODE);
        return limits.enter(attempt(typedCode, proof, network))
                .chain(pass -> queries.proven(code, receipts.proves(code, proof), seal.proof(code, proof))
                        .onFailure()
                        .invoke(pass::giveBack)
                        .chain(found -> found.isPresent()
                                ? shown(found.get(), pass, network, language)
                                : refused(pass, begun)));
    }

    /** A code that cannot be one is counted like one that can. */
    private LookupLimits.Try attempt(String typedCode, String proof, long network) {
        var code = typedCode.strip().toUpperCase(Locale.ROOT);
        boolean guessable = proof.strip().length() < config.unguessableFrom();
        return new LookupLimits.Try(code, seal.codeKey(code), network, guessable);
    }

    private Uni<Dossier> shown(DossierRow row, LookupLimits.Pass pass, long network, Language language) {
        pass.giveBack();
        proofLookups.note(row.code(), network);
        return Uni.createFrom().item(views.forAnyone(row, language));
    }

    /** At a multiple of the set time since the request came in, by a timer that holds no thread. */
    private Uni<Dossier> refused(LookupLimits.Pass pass, long begun) {
        pass.failed();
        long grid = config.refuseAfter().toNanos();
        var refusal = Uni.createFrom().<Dossier>failure(Lookups::notFound);
        if (grid == 0) {
            return refusal;
        }
        // Timers count whole milliseconds and take no zero.
        long left = grid - (System.nanoTime() - begun) % grid;
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(left / 1_000_000 + 1))
                .chain(() -> refusal);
    }

    Uni<Dossier> own(String typedCode, UUID personKey, Language language) {
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse(NO_CODE);
        return queries.ofPerson(code, personKey).chain(found -> {
            var row = found.orElseThrow(Lookups::notFound);
            var ticket =
                    row.endedAt() == null ? Uni.createFrom().item(Optional.<String>empty()) : tickets.open(row.code());
            return Uni.combine()
                    .all()
                    .unis(
                            queries.sealedSteps(row.code()).map(this::opened),
                            ticket,
                            procedures.version(row.procedureCode(), row.procedureVersion()))
                    .asTuple()
                    .map(all -> views.forOwner(
                            row, all.getItem1(), all.getItem3(), all.getItem2().orElse(null), language));
        });
    }

    /** Secret and QR of the receipt, for the owner. */
    Uni<Receipt> ownReceipt(String typedCode, UUID personKey) {
        var code = DossierCode.parse(typedCode).map(DossierCode::value).orElse(NO_CODE);
        return queries.ofPerson(code, personKey)
                .map(found -> receipts.of(found.orElseThrow(Lookups::notFound).code()));
    }

    Uni<Page<DossierSummary>> ofPerson(
            UUID personKey, DossierFilter filter, int limit, String cursor, Language language) {
        var behind = Cursor.decode(cursor, "cursor", 2)
                .map(keys -> new DossierQueries.Filed(Long.toString(keys.number(0, "cursor")), keys.key(1)))
                .orElse(DossierQueries.Filed.FIRST);
        return queries.pageOfPerson(personKey, behind, filter, limit + 1).map(rows -> {
            var page = Page.of(rows, limit, row -> Cursor.of(filedOn(row.code()), row.code()));
            return new Page<>(
                    page.items().stream()
                            .map(row -> views.summary(row, language))
                            .toList(),
                    page.nextCursor());
        });
    }

    /** The place of this dossier in the list of its owner. */
    static DossierQueries.Filed filed(String code) {
        return new DossierQueries.Filed(filedOn(code), code);
    }

    /** The day in the code, as {@code dossier.filed_on} has it. */
    private static String filedOn(String code) {
        return DossierCode.parse(code).orElseThrow().date().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Reasons and officials of these steps, in clear. */
    List<DossierViews.Step> opened(List<DossierQueries.SealedStep> steps) {
        return steps.stream()
                .map(step -> {
                    var personal = seal.open(step.sealed());
                    return new DossierViews.Step(
                            step.status(),
                            step.occurredAt(),
                            personal.reason(),
                            personal.handler(),
                            Set.of(step.source()));
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
