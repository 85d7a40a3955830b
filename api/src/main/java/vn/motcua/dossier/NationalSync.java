package vn.motcua.dossier;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dossier.NationalSyncAnswer.RecordResult;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;

/** Takes the national synchronisation shape: each record becomes events, which go the way of all events. */
@Singleton
class NationalSync {
    private static final int MAX_RECORDS = 1_000;
    private static final int LONGEST_SESSION = 8_192;
    private static final int ID_BYTES = 16;

    private final Dossiers dossiers;
    private final DossierStore store;
    private final KnownSenders senders;
    private final ReasonCodes reasons;
    private final EventSeal seal;
    private final DossierConfig.NationalSync config;
    private final Clock clock;

    /** The system that sends: its client, and the agency it acts for. */
    record SendingSystem(String source, AgencyCode agency) {}

    /** The outer part of a call. */
    record Envelope(NationalService service, String unit, List<JsonNode> records) {}

    NationalSync(
            Dossiers dossiers,
            DossierStore store,
            KnownSenders senders,
            ReasonCodes reasons,
            EventSeal seal,
            DossierConfig config,
            Clock clock) {
        this.dossiers = dossiers;
        this.store = store;
        this.senders = senders;
        this.reasons = reasons;
        this.seal = seal;
        this.config = config.nationalSync();
        this.clock = clock;
    }

    static Envelope envelope(JsonNode body) {
        var outer = new NationalRecord(body);
        var service = NationalService.parse(outer.text("service"));
        if (service.isEmpty()) {
            outer.fault(
                    "/service",
                    "Phải là DongBoHoSoMC hoặc CapNhatTienDoHoSoMC.",
                    "Must be DongBoHoSoMC or CapNhatTienDoHoSoMC.");
        }
        var unit = outer.text("madonvi");
        var code = AgencyCode.parse(unit);
        if (unit != null && code.isEmpty()) {
            outer.fault("/madonvi", "Không phải mã đơn vị.", "Not an agency code.");
        }
        var updating = outer.text("isUpdating");
        if (updating != null && !updating.equalsIgnoreCase("true") && !updating.equalsIgnoreCase("false")) {
            outer.fault("/isUpdating", "Phải là True hoặc False.", "Must be True or False.");
        }
        var session = outer.text("session");
        if (session != null && session.length() > LONGEST_SESSION) {
            outer.fault("/session", "Session quá dài.", "The session is too long.");
        }
        var data = body.path("data");
        if (!data.isArray() || data.isEmpty() || data.size() > MAX_RECORDS) {
            outer.fault("/data", "Hãy gửi từ 1 đến 1.000 bản ghi.", "Send 1 to 1,000 records.");
        }
        if (!outer.errors().isEmpty()) {
            throw ProblemException.invalid(outer.errors());
        }
        var records = new ArrayList<JsonNode>();
        data.forEach(records::add);
        return new Envelope(
                service.get(), code.map(c -> c.leftToRight().value()).orElse(null), records);
    }

    Uni<NationalSyncAnswer> take(Envelope envelope, SendingSystem system, Language language) {
        var records = envelope.records().stream().map(NationalRecord::new).toList();
        return said(envelope.service(), system, records)
                .chain(said -> Dossiers.onWorker(() -> read(envelope, records, system, new HashMap<>(said))))
                .chain(read -> senders.foreign(system.source(), system.agency(), events(read))
                        .map(foreign ->
                                read.stream().map(one -> one.unless(foreign)).toList()))
                .chain(read -> dossiers.take(system.source(), events(read))
                        .map(taken -> NationalSyncAnswer.of(
                                read.stream().map(one -> one.result(language)).toList(), language)));
    }

    /** A single step stands for itself; a whole dossier is told apart from what was said before. */
    private Uni<Map<String, SourceHistory>> said(
            NationalService service, SendingSystem system, List<NationalRecord> records) {
        return service == NationalService.DongBoHoSoMC
                ? store.said(system.source(), codes(records))
                : Uni.createFrom().item(Map.of());
    }

    /** A record as it was read: its events, or what is wrong with it. */
    private record ReadRecord(String code, List<CheckedEvent> events, ProblemException problem) {
        /** @param foreign dossiers that this system may not report */
        ReadRecord unless(Set<String> foreign) {
            boolean yours = events.stream()
                    .noneMatch(event -> foreign.contains(event.code().value()));
            return yours ? this : new ReadRecord(code, List.of(), EventCheck.notYours());
        }

        RecordResult result(Language language) {
            return problem == null
                    ? RecordResult.taken(code, events.stream().anyMatch(CheckedEvent::reasonMissing), language)
                    : RecordResult.refused(code, problem, language);
        }
    }

    private static List<CheckedEvent> events(List<ReadRecord> records) {
        return records.stream().flatMap(record -> record.events().stream()).toList();
    }

    private static Set<String> codes(List<NationalRecord> records) {
        return records.stream()
                .flatMap(record -> code(record).stream())
                .map(DossierCode::value)
                .collect(toSet());
    }

    private static Optional<DossierCode> code(NationalRecord record) {
        return DossierCode.parse(record.text("MaHoSo"));
    }

    /** @param said by dossier; grows, because a later record of the call is news after an earlier one */
    private List<ReadRecord> read(
            Envelope envelope, List<NationalRecord> records, SendingSystem system, Map<String, SourceHistory> said) {
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var check = new EventCheck(system.agency(), now, new ReasonCheck(reasons::find));
        var coding = config.codings().getOrDefault(system.source(), config.coding());
        var read = new ArrayList<ReadRecord>(records.size());
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            var code = record.text("MaHoSo");
            var key = code(record).map(DossierCode::value).orElse("");
            var history = said.getOrDefault(key, SourceHistory.NOTHING);
            var as = new NationalService.Reading(envelope.unit(), coding, history, now.plus(i, ChronoUnit.MICROS));
            try {
                var checked = checked(envelope.service().events(record, as), record, check);
                said.put(key, history.and(checked));
                read.add(new ReadRecord(code, checked, null));
            } catch (ProblemException problem) {
                read.add(new ReadRecord(code, List.of(), problem));
            }
        }
        return read;
    }

    /** All events of a record or none. */
    private List<CheckedEvent> checked(List<DossierEvent> events, NationalRecord record, EventCheck check) {
        if (!record.errors().isEmpty()) {
            throw ProblemException.invalid(record.errors());
        }
        return events.stream().map(check::check).map(this::named).toList();
    }

    /** The id is made from the content, with the key that keeps content from being guessed: a repeat has the same one. */
    private CheckedEvent named(CheckedEvent event) {
        var hash = seal.contentHash(event, event.facts().toJson().encode());
        return event.withId("national-" + HexFormat.of().formatHex(hash, 0, ID_BYTES));
    }
}
