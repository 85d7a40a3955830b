package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.dossier.NationalSyncAnswer.RecordResult;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;

/** Takes the national synchronisation shape: each record becomes events, which go the way of all events. */
@Singleton
class NationalSync {
    private static final int MAX_RECORDS = 1_000;
    private static final int LONGEST_SESSION = 8_192;
    private static final int ID_BYTES = 16;

    private final Dossiers dossiers;
    private final ReasonCodes reasons;
    private final EventSeal seal;
    private final DossierConfig.NationalSync config;
    private final Clock clock;

    /** The system that sends: its client, and the agency it acts for. */
    record SendingSystem(String source, AgencyCode agency) {}

    /** The outer part of a call. */
    record Envelope(NationalService service, String unit, List<JsonNode> records) {}

    NationalSync(Dossiers dossiers, ReasonCodes reasons, EventSeal seal, DossierConfig config, Clock clock) {
        this.dossiers = dossiers;
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
        var check = new EventCheck(system.agency(), OffsetDateTime.now(clock), new ReasonCheck(reasons::find));
        var coding = config.codings().getOrDefault(system.source(), config.coding());
        var results = new ArrayList<RecordResult>();
        var events = new ArrayList<CheckedEvent>();
        for (var node : envelope.records()) {
            var record = new NationalRecord(node);
            var code = record.text("MaHoSo");
            try {
                var checked = checked(envelope, record, coding, check);
                events.addAll(checked);
                results.add(RecordResult.taken(code, checked.stream().anyMatch(CheckedEvent::reasonMissing), language));
            } catch (ProblemException problem) {
                results.add(RecordResult.refused(code, problem, language));
            }
        }
        return dossiers.take(system.source(), events).map(taken -> NationalSyncAnswer.of(results, language));
    }

    /** All events of a record or none. */
    private List<CheckedEvent> checked(
            Envelope envelope, NationalRecord record, ApplicantCoding coding, EventCheck check) {
        var events = envelope.service().events(record, envelope.unit(), coding);
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
