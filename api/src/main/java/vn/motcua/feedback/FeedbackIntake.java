package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.motcua.agency.Agencies;
import vn.motcua.dossier.DossierOwners;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.ProcedureCode;

/** Takes what a person sends: one case for one key, with a code, a first date, and what is alike. */
@Singleton
class FeedbackIntake {
    private static final int MOST_ALIKE = 20;

    private final FeedbackStore store;
    private final FeedbackQueries queries;
    private final FeedbackSeal seal;
    private final FeedbackSecrets secrets;
    private final FeedbackRules rules;
    private final Handlings handlings;
    private final FeedbackViews views;
    private final DossierOwners owners;
    private final Agencies agencies;
    private final FeedbackConfig config;
    private final Clock clock;

    FeedbackIntake(
            FeedbackStore store,
            FeedbackQueries queries,
            FeedbackSeal seal,
            FeedbackSecrets secrets,
            FeedbackRules rules,
            Handlings handlings,
            FeedbackViews views,
            DossierOwners owners,
            Agencies agencies,
            FeedbackConfig config,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.seal = seal;
        this.secrets = secrets;
        this.rules = rules;
        this.handlings = handlings;
        this.views = views;
        this.owners = owners;
        this.agencies = agencies;
        this.config = config;
        this.clock = clock;
    }

    /** @param key of the phone, null without one */
    Uni<FeedbackReceipt> send(FeedbackInput sent, PersonKey person, String key, Language language) {
        var input = InputCheck.of(sent);
        requireKnownAgency(input);
        var body = seal.bodyKey(input);
        return known(store.outside(), person, key, body)
                .chain(code -> code != null ? Uni.createFrom().item(code) : file(input, person, key, body))
                .chain(code -> receipt(code, language));
    }

    /** The case that was sent with this key, or null. */
    private Uni<String> known(SqlClient sql, PersonKey person, String key, byte[] body) {
        return key == null
                ? Uni.createFrom().nullItem()
                : queries.sentWith(sql, person.value(), key)
                        .map(found -> found.map(sent -> same(sent, body)).orElse(null));
    }

    private static String same(FeedbackQueries.Sent sent, byte[] body) {
        if (!sent.equals(new FeedbackQueries.Sent(sent.code(), body))) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key này đã dùng cho nội dung khác. Hãy tạo khoá mới cho nội dung mới.",
                    "This Idempotency-Key was used for something else. Make a new key for a new case.");
        }
        return sent.code();
    }

    /** A new case with what was found out about it before the transaction began. */
    private record New(String code, FeedbackInput input, boolean ownDossier, UUID person, OffsetDateTime at) {}

    /** The number is taken before the transaction begins: nobody holds one connection while asking for another. */
    private Uni<String> file(FeedbackInput input, PersonKey person, String key, byte[] body) {
        var now = OffsetDateTime.now(clock);
        return requireRoom(person.value(), now)
                .chain(() -> isOwnDossier(input, person))
                .chain(own -> store.nextNumber(Handling.day(now))
                        .map(number -> new FeedbackCode(Handling.day(now), number).value())
                        .map(code -> new New(code, input, own, person.value(), now)))
                .chain(made -> store.inTransaction(tx -> {
                    if (key == null) {
                        return write(tx, made);
                    }
                    return queries.takeKey(tx, person.value(), key, new FeedbackQueries.Sent(made.code(), body))
                            .chain(taken -> taken ? write(tx, made) : known(tx, person, key, body));
                }));
    }

    private Uni<Boolean> isOwnDossier(FeedbackInput input, PersonKey person) {
        return DossierCode.parse(input.dossierCode())
                .map(dossier -> owners.owns(person, dossier))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** A case that is sent to nobody would lie where nobody looks. */
    private void requireKnownAgency(FeedbackInput input) {
        var named = AgencyCode.parse(input.agency());
        if (named.isPresent() && !agencies.knows(named.get())) {
            throw Refusals.unknownUnit("/agency");
        }
    }

    private Uni<Void> requireRoom(UUID person, OffsetDateTime now) {
        return queries.sentSince(person, now.minusDays(1))
                .invoke(sent -> {
                    if (sent >= config.perPersonAndDay()) {
                        throw ProblemException.retryLater(
                                ProblemType.TOO_MANY_REQUESTS,
                                Duration.ofHours(1),
                                "Mỗi người gửi tối đa " + config.perPersonAndDay()
                                        + " phản ánh trong 24 giờ. Hãy gửi sau.",
                                "One person may send " + config.perPersonAndDay()
                                        + " cases in 24 hours. Send it later.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<String> write(SqlConnection tx, New made) {
        var input = made.input();
        var now = made.at();
        var unit = unit(input);
        var words = input.title() + "\n" + input.text();
        var track = rules.tracks().of(words);
        var sketch = Likeness.sketch(words, seal::wordKey);
        var placeKey = input.place() == null ? null : seal.placeKey(input.place());
        var procedure = input.procedureCode() == null
                ? null
                : ProcedureCode.parse(input.procedureCode()).orElseThrow().key();
        var standing = new Standing(
                FeedbackState.NEW, unit, input.subject(), null, track, false, null, 0, 0, now, null, null, null);
        return queries.candidates(tx, sketch, made.person(), now.minus(config.alikeWithin()), input.kind())
                .map(candidates -> candidates.stream()
                        .map(one -> alike(one, sketch, procedure, placeKey))
                        .filter(this::isAlike)
                        .sorted((one, other) -> Double.compare(
                                other.alike().likeness(), one.alike().likeness()))
                        .limit(MOST_ALIKE)
                        .toList())
                .chain(alike -> {
                    var petition = new Petition(
                            made.code(),
                            input.kind(),
                            now,
                            made.person(),
                            seal.seal(input.sender()),
                            seal.seal(new Content(input.title(), input.text(), input.place())),
                            procedure,
                            dossier(input),
                            unit,
                            repeated(alike),
                            standing,
                            null,
                            0,
                            0);
                    return write(
                            tx,
                            petition,
                            new FeedbackStore.Filing(
                                    seal.proofOf(made.code(), input.sender()), sketch, placeKey, made.ownDossier()),
                            alike.stream().map(Found::alike).toList());
                });
    }

    private Uni<String> write(
            SqlConnection tx, Petition petition, FeedbackStore.Filing filing, List<FeedbackQueries.Alike> alike) {
        var begun = handlings.now().begin(petition);
        var code = petition.code();
        var unit = petition.firstUnit();
        var step =
                new Step(1, petition.sentAt(), Move.SEND, FeedbackState.NEW, Move.Actor.SENDER, unit, unit, null, null);
        return store.insert(tx, petition.with(begun.standing()), filing)
                .chain(() -> store.step(tx, code, step))
                .chain(() -> store.assignments(tx, code, begun.assignments()))
                .chain(() -> queries.addAlike(tx, code, alike))
                .replaceWith(code);
    }

    /** A candidate with its likeness; {@code answered} makes one of the same sender a repetition. */
    private record Found(FeedbackQueries.Alike alike, boolean answered) {}

    private static Found alike(FeedbackQueries.Candidate one, Long[] sketch, String procedure, Long placeKey) {
        return new Found(
                new FeedbackQueries.Alike(
                        one.code(),
                        Likeness.of(sketch, one.sketch()),
                        one.sameSender(),
                        procedure != null && procedure.equals(one.procedureCode()),
                        placeKey != null && placeKey.equals(one.placeKey()),
                        FeedbackState.NEW,
                        ""),
                one.answered());
    }

    private boolean isAlike(Found found) {
        var alike = found.alike();
        boolean sameMatter = alike.sameProcedure() && alike.samePlace();
        return alike.likeness() >= (sameMatter ? config.alikeAtSamePlaceFrom() : config.alikeFrom());
    }

    /** Same sender, same matter, and an answer was given before. */
    private static String repeated(List<Found> alike) {
        return alike.stream()
                .filter(found -> found.alike().sameSender() && found.answered())
                .map(found -> found.alike().code())
                .findFirst()
                .orElse(null);
    }

    /** The agency that is named, else the one of the dossier when it is known, else the national receiver. */
    private String unit(FeedbackInput input) {
        return AgencyCode.parse(input.agency())
                .or(() -> DossierCode.parse(input.dossierCode())
                        .map(DossierCode::agencyLeftToRight)
                        .filter(agencies::knows))
                .map(AgencyCode::value)
                .orElseGet(config::nationalReceiver);
    }

    private static String dossier(FeedbackInput input) {
        return DossierCode.parse(input.dossierCode()).map(DossierCode::value).orElse(null);
    }

    private Uni<FeedbackReceipt> receipt(String code, Language language) {
        var sql = store.outside();
        return store.find(sql, code)
                .map(found -> found.orElseThrow(Refusals::notFound).petition())
                .chain(petition -> queries.alike(sql, code).map(alike -> {
                    var standing = petition.standing();
                    var guidance = standing.track().guidance();
                    return new FeedbackReceipt(
                            code,
                            standing.state(),
                            standing.state().label().in(language),
                            secrets.of(code),
                            views.unit(standing.unit()),
                            standing.dueOn(),
                            standing.track(),
                            guidance == null ? null : guidance.in(language),
                            alike.stream()
                                    .filter(one -> one.state() == FeedbackState.PUBLISHED)
                                    .map(FeedbackQueries.Alike::code)
                                    .toList());
                }));
    }
}
