package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import vn.motcua.agency.Agencies;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Makes moves: the new standing, the step, the hand-over, and what the sender is told, together or not at all. */
@Singleton
class FeedbackMoves {
    private final FeedbackStore store;
    private final FeedbackReading reading;
    private final FeedbackAccessStore accesses;
    private final FeedbackNotices notices;
    private final FeedbackSeal seal;
    private final Handlings handlings;
    private final Agencies agencies;
    private final Clock clock;

    FeedbackMoves(
            FeedbackStore store,
            FeedbackReading reading,
            FeedbackAccessStore accesses,
            FeedbackNotices notices,
            FeedbackSeal seal,
            Handlings handlings,
            Agencies agencies,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.accesses = accesses;
        this.notices = notices;
        this.seal = seal;
        this.handlings = handlings;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** A move of the unit that holds the case, or for the last ones of the unit that received it first. */
    Uni<Feedback> byUnit(FeedbackAccess access, MoveInput asked, Language language) {
        var input = withCodes(MoveFields.checked(asked, Move.Actor.OFFICER));
        return store.inTransaction(tx -> store.lock(tx, access.code())
                .map(found -> found.filter(one -> FeedbackReading.isVisible(access.agency(), one))
                        .orElseThrow(Refusals::notFound))
                .invoke(one -> requireHolder(access.agency(), input.move(), one))
                .invoke(one -> requireOwnUnit(access.agency(), input))
                .chain(one -> move(tx, one, input, Move.Actor.OFFICER, access.account())
                        .chain(after -> accesses.write(
                                tx,
                                access,
                                access.mayKnowSender(one.petition().standing()) || access.mayKnowSender(after))))
                .chain(() -> reading.forUnit(tx, access, language)));
    }

    /** A move of the sender. */
    Uni<Feedback> bySender(String code, UUID person, MoveInput asked, Language language) {
        var input = MoveFields.checked(asked, Move.Actor.SENDER);
        return store.inTransaction(tx -> store.lock(tx, code)
                .map(found -> found.filter(one -> person.equals(one.petition().personKey()))
                        .orElseThrow(Refusals::notFound))
                .chain(one -> isSaidAlready(one, input)
                        ? Uni.createFrom().item(one.petition().standing())
                        : move(tx, one, input, Move.Actor.SENDER, null))
                .chain(() -> reading.forSender(tx, code, person, language)));
    }

    /** Said once more it changes nothing, and takes none of the steps that the case may have. */
    private static boolean isSaidAlready(Handling.Case one, MoveInput input) {
        return input.move() == Move.SOLVED
                && Boolean.TRUE.equals(one.petition().standing().solved());
    }

    /** How the case stands after it. */
    private Uni<Standing> move(SqlConnection tx, Handling.Case one, MoveInput input, Move.Actor actor, String account) {
        var petition = one.petition();
        var code = petition.code();
        if (one.steps().size() >= FeedbackStore.MOST_STEPS) {
            throw Refusals.tooMany(
                    "Vụ việc đã có quá nhiều bước. Hãy gửi phản ánh mới.",
                    "The case has too many steps. Send new feedback.");
        }
        var now = OffsetDateTime.now(clock);
        var handling = handlings.now();
        var next = handling.next(one, input, now);
        var step = new Step(
                one.steps().size() + 1,
                now,
                input.move(),
                next.standing().state(),
                actor,
                petition.standing().unit(),
                next.standing().unit(),
                account,
                seal.seal(input.text()));
        var publication = publication(petition, input, now);
        var written = store.update(tx, code, next.standing())
                .chain(() -> store.step(tx, code, step))
                .chain(() -> store.assignments(tx, code, next.assignments()));
        if (publication != null) {
            written = written.chain(() -> store.publish(tx, code, publication, words(publication)));
        }
        var ticks = new ArrayList<>(one.ticks());
        ticks.add(step.tick());
        var replyBy = handling.deadlines(petition.kind(), ticks)
                .of(LimitStep.REPLY, next.standing().unit());
        return written.chain(() -> notices.tell(tx, petition, input.move(), next.standing(), replyBy))
                .replaceWith(next.standing());
    }

    /** Null for other moves. Nothing of another track, and nothing that tells who sent it, becomes public. */
    private Publication publication(Petition petition, MoveInput input, OffsetDateTime now) {
        if (input.move() != Move.PUBLISH) {
            return null;
        }
        if (petition.standing().track() != Track.NONE) {
            throw Refusals.otherTrack();
        }
        var sender = seal.open(petition.sender(), Sender.class);
        PublicationCheck.of(input, sender);
        return new Publication(
                input.publicTitle().strip(),
                input.publicText().strip(),
                input.publicAnswer().strip(),
                now);
    }

    private static String words(Publication publication) {
        return Tracks.folded(publication.title() + " " + publication.text() + " " + publication.answer());
    }

    private static void requireHolder(AgencyCode agency, Move move, Handling.Case one) {
        var holder = one.petition().standing().unit();
        boolean last = move == Move.PUBLISH || move == Move.SEND_BACK || move == Move.CLOSE;
        boolean may =
                covers(agency, holder) || last && covers(agency, one.petition().firstUnit());
        if (!may) {
            throw ProblemException.of(
                    ProblemType.FEEDBACK_NOT_NOW,
                    "Vụ việc đang ở đơn vị khác. Đơn vị của bạn chỉ xem được.",
                    "The case lies with another unit. Yours can only look at it.");
        }
    }

    /** Inside the own agency a case is assigned; to others it is forwarded. */
    private static void requireOwnUnit(AgencyCode agency, MoveInput input) {
        if (input.move() == Move.ASSIGN && input.unit() != null && !covers(agency, input.unit())) {
            throw ProblemException.invalid(
                    "/unit",
                    "Chỉ phân công cho đơn vị trực thuộc; với đơn vị khác hãy dùng FORWARD.",
                    "Assign to units of your own agency only; for others use FORWARD.");
        }
    }

    private static boolean covers(AgencyCode agency, String unit) {
        return AgencyCode.parse(unit).filter(agency::covers).isPresent();
    }

    private MoveInput withCodes(MoveInput input) {
        if (input.unit() == null) {
            return input;
        }
        var unit = AgencyCode.parse(input.unit()).orElseThrow();
        if (!agencies.knows(unit)) {
            throw Refusals.unknownUnit("/unit");
        }
        return new MoveInput(
                input.move(),
                input.text(),
                unit.value(),
                input.subject(),
                input.matter(),
                input.track(),
                input.publicTitle(),
                input.publicText(),
                input.publicAnswer(),
                input.hintsRead());
    }
}
