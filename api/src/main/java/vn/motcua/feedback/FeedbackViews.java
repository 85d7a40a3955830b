package vn.motcua.feedback;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import vn.motcua.agency.Agencies;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.Calendars;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** Cases as different readers may see them. */
@Singleton
class FeedbackViews {
    private static final Text CITIZEN = new Text("Công dân", "A citizen");
    private static final Text SOLVED = new Text(
            "Vấn đề của bạn đã được giải quyết chưa? Nếu chưa, hãy cho biết còn thiếu gì.",
            "Is it solved? If not, say what is still missing.");

    /** Between units: the sender sees that it was handed on, not how it is judged inside. */
    private static final Set<Move> INTERNAL = Set.of(Move.CLASSIFY, Move.ASSIGN, Move.SEND_BACK);

    private static final List<LimitStep> SHOWN = List.of(
            LimitStep.REFUSE_OR_RETURN,
            LimitStep.FORWARD,
            LimitStep.ASK,
            LimitStep.ANSWER,
            LimitStep.REPAIR,
            LimitStep.PUBLISH);

    private final FeedbackSeal seal;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Handlings handlings;
    private final Clock clock;

    /** What is read beside a case. */
    record Beside(List<Feedback.Attachment> attachments, List<FeedbackQueries.Alike> alike) {}

    FeedbackViews(FeedbackSeal seal, Agencies agencies, Calendars calendars, Handlings handlings, Clock clock) {
        this.seal = seal;
        this.agencies = agencies;
        this.calendars = calendars;
        this.handlings = handlings;
        this.clock = clock;
    }

    Feedback forSender(Handling.Case one, List<Feedback.Attachment> attachments, Language language) {
        var sender = seal.open(one.petition().sender(), Sender.class);
        return view(one, attachments, Move.Actor.SENDER, sender, null, language);
    }

    /** @param withSender whether this reader handles the case and so may know who sent it */
    Feedback forUnit(Handling.Case one, Beside beside, boolean withSender, Language language) {
        var petition = one.petition();
        var sender = withSender ? seal.open(petition.sender(), Sender.class) : null;
        var content = seal.open(petition.content(), Content.class);
        var inside = new Feedback.Handlings(
                unit(petition.firstUnit()),
                petition.standing().trackByOfficer(),
                petition.repeatedOf(),
                deadlines(one, language),
                handOvers(one),
                beside.alike().stream().map(this::similar).toList(),
                content == null ? List.of() : IdentityHints.in(content.text()));
        return view(one, beside.attachments(), Move.Actor.OFFICER, sender, inside, language);
    }

    private Feedback view(
            Handling.Case one,
            List<Feedback.Attachment> attachments,
            Move.Actor reader,
            Sender sender,
            Feedback.Handlings inside,
            Language language) {
        var petition = one.petition();
        var standing = petition.standing();
        var content = seal.open(petition.content(), Content.class);
        var track = standing.track();
        boolean asked = standing.state() == FeedbackState.ANSWERED && reader == Move.Actor.SENDER;
        return new Feedback(
                petition.code(),
                petition.kind(),
                standing.state(),
                standing.state().label().in(language),
                content.title(),
                content.text(),
                content.place(),
                unit(standing.unit()),
                petition.procedureCode(),
                petition.dossierCode(),
                standing.subject(),
                standing.subject() == null ? null : standing.subject().label().in(language),
                standing.matter(),
                track,
                track.label().in(language),
                track.guidance() == null ? null : track.guidance().in(language),
                petition.sentAt(),
                standing.changedAt(),
                standing.dueOn(),
                times(one),
                standing.reopened(),
                standing.solved(),
                asked ? SOLVED.in(language) : null,
                petition.publication(),
                history(one, reader, language),
                attachments,
                Move.open(standing.state(), petition.kind(), reader),
                sender,
                inside);
    }

    private List<Feedback.HistoryEntry> history(Handling.Case one, Move.Actor reader, Language language) {
        return one.steps().stream()
                .filter(step -> reader == Move.Actor.OFFICER || !INTERNAL.contains(step.move()))
                .map(step -> new Feedback.HistoryEntry(
                        step.at(),
                        step.move(),
                        step.move().label().in(language),
                        step.state(),
                        unit(step.toUnit()),
                        seal.open(step.words(), String.class)))
                .toList();
    }

    private List<Feedback.StepDeadline> deadlines(Handling.Case one, Language language) {
        var petition = one.petition();
        var unit = petition.standing().unit();
        var deadlines = handlings.now().deadlines(petition.kind(), one.ticks());
        var today = today();
        return SHOWN.stream()
                .filter(step -> applies(step, petition))
                .map(step -> {
                    var due = deadlines.of(step, unit);
                    var limit = deadlines.limit(step, unit);
                    return new Feedback.StepDeadline(
                            step,
                            step.label().in(language),
                            limit.workingDays(),
                            due,
                            due != null && today.isAfter(due),
                            limit.source());
                })
                .toList();
    }

    private static boolean applies(LimitStep step, Petition petition) {
        boolean feedback = petition.kind() == FeedbackKind.PAKN;
        boolean answered = petition.standing().state() == FeedbackState.ANSWERED;
        return switch (step) {
            case REPAIR -> !feedback && !answered;
            case PUBLISH -> feedback && answered;
            case REFUSE_OR_RETURN, FORWARD, ASK, ANSWER ->
                feedback && petition.standing().state().clock() == FeedbackState.Clock.RUNNING;
            case REPLY, REWORK -> false;
        };
    }

    private List<Feedback.HandOver> handOvers(Handling.Case one) {
        var today = today();
        return one.assignments().stream()
                .map(each -> new Feedback.HandOver(
                        unit(each.unit()),
                        each.action(),
                        each.startedOn(),
                        each.finishedOn(),
                        each.outcome(),
                        days(each.startedOn(), each.finishedOn() == null ? today : each.finishedOn()),
                        each.late()))
                .toList();
    }

    private Feedback.SimilarCase similar(FeedbackQueries.Alike alike) {
        return new Feedback.SimilarCase(
                alike.code(),
                Math.round(alike.likeness() * 100) / 100.0,
                alike.sameSender(),
                alike.sameProcedure(),
                alike.samePlace(),
                alike.state(),
                unit(alike.unit()));
    }

    /** Null when the days off of a year are not known. */
    private Feedback.WaitingTimes times(Handling.Case one) {
        try {
            var times = CaseClock.of(one.ticks(), calendars.current());
            var today = today();
            return new Feedback.WaitingTimes(
                    times.days(FeedbackState.Clock.RUNNING, today),
                    times.days(FeedbackState.Clock.WAITING, today),
                    times.days(FeedbackState.Clock.RESTING, today));
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }

    private int days(LocalDate from, LocalDate to) {
        try {
            return calendars.current().workingDaysBetween(from, to);
        } catch (CalendarYearMissing missing) {
            return 0;
        }
    }

    FeedbackSummary summary(Petition petition, Language language) {
        var standing = petition.standing();
        return new FeedbackSummary(
                petition.code(),
                petition.kind(),
                standing.state(),
                standing.state().label().in(language),
                seal.open(petition.content(), Content.class).title(),
                unit(standing.unit()),
                petition.sentAt(),
                standing.changedAt(),
                standing.dueOn());
    }

    FeedbackStanding forAnyone(Petition petition, Language language) {
        var standing = petition.standing();
        return new FeedbackStanding(
                petition.code(),
                petition.kind(),
                standing.state(),
                standing.state().label().in(language),
                unit(standing.unit()),
                petition.sentAt(),
                standing.changedAt(),
                standing.dueOn());
    }

    PublishedFeedback published(Petition petition, Language language) {
        var standing = petition.standing();
        var words = petition.publication();
        return new PublishedFeedback(
                petition.code(),
                words.title(),
                words.text(),
                words.answer(),
                CITIZEN.in(language),
                unit(standing.unit()),
                petition.procedureCode(),
                standing.subject(),
                standing.subject() == null ? null : standing.subject().label().in(language),
                Handling.day(petition.sentAt()),
                standing.answeredAt() == null ? null : Handling.day(standing.answeredAt()),
                words.at(),
                petition.likes(),
                petition.dislikes());
    }

    UnitRef unit(String code) {
        return new UnitRef(code, agencies.name(code));
    }

    private LocalDate today() {
        return Handling.day(OffsetDateTime.now(clock));
    }
}
