package vn.motcua.dossier;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notifications;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Text;
import vn.motcua.openapi.Vietnam;
import vn.motcua.satisfaction.EndedDossier;
import vn.motcua.satisfaction.Tickets;

/** What a change of dossiers means to others: people are told, ended dossiers may be rated. */
@Singleton
class DossierNews {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private static final Text ASK = new Text(
            "hỏi cơ quan lý do, vì cơ quan không nêu lý do", "ask the agency for its reason, because it gave none");

    private final Notifications notifications;
    private final Tickets tickets;
    private final Function<String, Optional<ProcedureFacts>> procedures;
    private final UnaryOperator<String> agencyName;
    private final Duration notifyWithin;
    private final Clock clock;

    /** Everything that one batch causes outside this feature. */
    record Told(List<Notice> notices, List<EndedDossier> ended, Set<String> offered, Set<String> invited) {
        static final Told NOTHING = new Told(List.of(), List.of(), Set.of(), Set.of());

        Told and(Told more) {
            return new Told(
                    joined(notices, more.notices),
                    joined(ended, more.ended),
                    both(offered, more.offered),
                    both(invited, more.invited));
        }

        private static Set<String> both(Set<String> some, Set<String> more) {
            return Stream.concat(some.stream(), more.stream()).collect(toSet());
        }

        private static <T> List<T> joined(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    @Inject
    DossierNews(
            Notifications notifications,
            Tickets tickets,
            Catalogue catalogue,
            Agencies agencies,
            DossierConfig config,
            Clock clock) {
        this(notifications, tickets, catalogue::inForce, agencies::name, config.notifyWithin(), clock);
    }

    DossierNews(
            Notifications notifications,
            Tickets tickets,
            Function<String, Optional<ProcedureFacts>> procedures,
            UnaryOperator<String> agencyName,
            Duration notifyWithin,
            Clock clock) {
        this.notifications = notifications;
        this.tickets = tickets;
        this.procedures = procedures;
        this.agencyName = agencyName;
        this.notifyWithin = notifyWithin;
        this.clock = clock;
    }

    Told of(List<Dossiers.Refolded> dossiers) {
        var notices = new ArrayList<Notice>();
        var ended = new ArrayList<EndedDossier>();
        for (var change : dossiers) {
            var dossier = change.dossier();
            var standing = change.before();
            if (dossier.endedAt() != null && !standing.ratingOffered()) {
                ended.add(ended(change));
            }
            if (dossier.personKey() == null || !isNews(dossier)) {
                continue;
            }
            // Of a part of an interlinked procedure its result is told; all other news comes from the whole.
            boolean isPart = dossier.facts().parentCode() != null;
            if (isPart && dossier.endedAt() == null) {
                continue;
            }
            notices.add(notice(change, Notice.Kind.DOSSIER_STATUS));
            if (dossier.endedAt() != null && !standing.ratingTold() && !isPart) {
                notices.add(notice(change, Notice.Kind.RATING_INVITATION));
            }
        }
        var offered = ended.stream().map(EndedDossier::dossierCode).collect(toSet());
        var invited = notices.stream()
                .filter(notice -> notice.kind() == Notice.Kind.RATING_INVITATION)
                .map(Notice::dossierCode)
                .collect(toSet());
        return new Told(notices, ended, offered, invited);
    }

    /** Tickets first: an invitation that is read at once must find its ticket. */
    Uni<Void> send(SqlConnection tx, Told told) {
        var issued = told.ended().isEmpty() ? Uni.createFrom().voidItem() : tickets.issue(tx, told.ended());
        return told.notices().isEmpty() ? issued : issued.chain(() -> notifications.tell(tx, told.notices()));
    }

    /** Only the present state is news, and only while it is young: not what happened before it, nor a replay of old years. */
    private boolean isNews(Folded dossier) {
        return dossier.freshNews()
                && dossier.lastEventAt().toInstant().isAfter(clock.instant().minus(notifyWithin));
    }

    /** What the law asks to be told (NĐ 224/2026 art. 15.1(g)); the handler's name stays with the dossier, sealed. */
    private Notice notice(Dossiers.Refolded change, Notice.Kind kind) {
        var dossier = change.dossier();
        var label = dossier.status().label();
        var variables = new HashMap<String, String>();
        variables.put("statusVi", label.vi());
        variables.put("statusEn", label.en());
        variables.put("agency", agencyName.apply(agency(dossier)));
        procedureName(change).ifPresent(name -> variables.put("procedure", name));
        shown(dossier.receivedAt()).ifPresent(time -> variables.put("receivedAt", time));
        shown(change.dates().due()).ifPresent(time -> variables.put("dueAt", time));
        if (dossier.timeline().getLast().reasonMissing()) {
            variables.put("actionVi", ASK.vi());
            variables.put("actionEn", ASK.en());
        }
        return new Notice(new PersonKey(dossier.personKey()), kind, dossier.code(), variables)
                .onBehalfOf(agency(dossier));
    }

    private Optional<String> procedureName(Dossiers.Refolded change) {
        var code = Optional.ofNullable(change.pinned().procedureCode());
        return code.flatMap(procedures).map(ProcedureFacts::name).or(() -> code);
    }

    private static Optional<String> shown(OffsetDateTime time) {
        return Optional.ofNullable(time)
                .map(t -> t.atZoneSameInstant(Vietnam.ZONE).format(SHOWN));
    }

    private static EndedDossier ended(Dossiers.Refolded change) {
        var dossier = change.dossier();
        var channel = dossier.facts().channel();
        return new EndedDossier(
                dossier.code(),
                change.pinned().procedureCode(),
                change.pinned().fieldCode(),
                agency(dossier),
                dossier.outcome(),
                channel == null ? null : channel.name(),
                Deadline.date(dossier.endedAt()));
    }

    private static String agency(Folded dossier) {
        return ClockFacts.agency(dossier.code(), dossier.facts());
    }
}
