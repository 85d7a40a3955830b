package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The collected export of the portal: {@code {"meta":…,"procedures":[…]}}, plain words in Vietnamese. */
final class ExportSource extends ForeignSource {
    @Override
    String code(Part record) {
        return record.text("code");
    }

    @Override
    boolean fill(ProcedureDraft draft, Part record, Doubts doubts) {
        draft.name = record.text("name");
        draft.field = field(record.text("field"));
        draft.otherFields =
                record.texts("otherFields").stream().map(ForeignSource::field).toList();
        var kind = record.text("kind");
        draft.kind = "local-specific".equals(kind) ? Procedure.Kind.LOCAL : Procedure.Kind.NATIONAL;
        draft.state = state(record);
        draft.levels = doubts.known(record.texts("levels"), Words::level, "/levels", new ArrayList<>());
        subjects(draft, record.texts("subjects"), null, "/subjects", doubts);
        draft.publishingAuthority = authority(null, record.text("promulgatingAgency"));
        draft.agencies = Stream.concat(
                        roles(record, "agencies", Procedure.AgencyRole.Role.EXECUTING),
                        roles(record, "competentAuthorities", Procedure.AgencyRole.Role.COMPETENT))
                .toList();
        draft.methods = record.parts("methods").stream()
                .map(method -> method(method, doubts))
                .toList();
        draft.cases = record.parts("cases").stream()
                .map(one -> new Procedure.ProcedureCase(one.text("case"), limit(one.part("timeLimit"))))
                .toList();
        draft.components = record.parts("dossier").stream()
                .map(group -> new Procedure.ComponentGroup(
                        group.text("group"),
                        group.parts("items").stream()
                                .filter(item -> item.text("name") != null)
                                .map(ExportSource::paper)
                                .toList()))
                .toList();
        draft.results = record.parts("results").stream()
                .filter(result -> result.text("name") != null)
                .map(result -> new Procedure.Result(result.text("code"), result.text("name")))
                .toList();
        draft.legalBasis = record.texts("legalBasis").stream()
                .map(number -> new Procedure.LegalBasis(number, null, null, null, null))
                .toList();
        draft.decision = decision(record.text("decisionNumber"), record.date("decisionDate"));
        draft.onlineLevel =
                doubts
                        .known(record.texts("onlineLevel"), Words::onlineLevel, "/onlineLevel", new ArrayList<>())
                        .stream()
                        .findFirst()
                        .orElse(null);
        return "internal".equals(kind);
    }

    private static Procedure.State state(Part record) {
        var state = record.text("portalState");
        try {
            return state == null ? null : Procedure.State.valueOf(state);
        } catch (IllegalArgumentException unknown) {
            throw record.bad("portalState", "Trạng thái không rõ.", "Unknown state.");
        }
    }

    private static Stream<Procedure.AgencyRole> roles(Part record, String list, Procedure.AgencyRole.Role role) {
        return record.texts(list).stream().map(name -> new Procedure.AgencyRole(role, name, null));
    }

    private static Procedure.Method method(Part method, Doubts doubts) {
        var channel = Words.channel(method.text("channel"))
                .orElseThrow(() -> method.bad("channel", "Cách thức nộp không rõ.", "Unknown channel."));
        List<Fee> fees =
                method.parts("fees").stream().map(fee -> fee(fee, doubts)).toList();
        return new Procedure.Method(channel, limit(method.part("timeLimit")), fees, null);
    }

    static TimeLimit limit(Part limit) {
        var value = limit.number("value");
        var text = limit.text("text");
        return value == null && text == null ? null : new TimeLimit(value, Words.unit(limit.text("unit")), text);
    }

    /** {@code portalValue} is the 0 that the portal stores when the amount is set elsewhere: no amount. */
    private static Fee fee(Part fee, Doubts doubts) {
        var kind = doubts.known(fee.texts("type"), Words::fee, "/methods/fees/type", new ArrayList<>()).stream()
                .findFirst()
                .orElse(null);
        var note = fee.text("note");
        var otherUnit = fee.text("otherUnit");
        var other = fee.amount("otherUnitValue");
        if (other != null && otherUnit != null) {
            return new Fee(kind, other, otherUnit, note);
        }
        var amount = fee.amount("amount");
        // A number in a currency that the record does not name is told as text: as an amount it would be taken for
        // đồng.
        var text = other == null
                ? note
                : (note == null ? "" : note + " – ") + "mức " + other + " (đơn vị tiền không được nêu)";
        return new Fee(kind, amount, amount == null ? null : "VND", text);
    }

    private static Procedure.Component paper(Part paper) {
        return new Procedure.Component(
                paper.text("name"),
                paper.count("originals"),
                paper.count("copies"),
                paper.text("componentCode"),
                null,
                null,
                paper.maybeFlag("eForm"),
                null);
    }
}
