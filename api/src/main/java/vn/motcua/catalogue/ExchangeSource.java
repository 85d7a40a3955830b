package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The older exchange of the national database (LayThuTuc), as one-stop software keeps it. */
final class ExchangeSource extends ForeignSource {
    @Override
    String code(Part record) {
        return record.text("MATTHC");
    }

    @Override
    boolean fill(ProcedureDraft draft, Part record, Doubts doubts) {
        draft.name = record.text("TENTTHC");
        var fields = record.codes("LINHVUCTHUCHIEN", "TENLINHVUC");
        draft.field = fields.isEmpty() ? null : field(fields.getFirst());
        draft.otherFields = fields.stream().skip(1).map(ForeignSource::field).toList();
        draft.formalityType = Words.formalityType(record.text("LOAITTHC")).orElse(null);
        draft.state = state(record.text("TRANGTHAI"));
        draft.description = record.text("MOTA");
        draft.levels = doubts.known(
                record.codes("CAPTHUCHIEN", "TENCAP", "CAPTHUCHIEN"), Words::level, "/CAPTHUCHIEN", new ArrayList<>());
        subjects(
                draft,
                record.codes("DOITUONGTHUCHIEN", "TENDOITUONG"),
                record.text("MOTADOITUONGTHUCHIEN"),
                "/DOITUONGTHUCHIEN",
                doubts);
        var authority = record.text("MACOQUANCONGBO");
        draft.publishingAuthority = authority == null ? null : Authorities.coded(authority);
        draft.kind = draft.publishingAuthority != null && draft.publishingAuthority.province()
                ? Procedure.Kind.LOCAL
                : Procedure.Kind.NATIONAL;
        draft.agencies = agencies(record);
        draft.receptionAddress = record.text("DIACHITIEPNHAN");
        draft.methods = record.parts("CACHTHUCTHUCHIEN").stream()
                .flatMap(ExchangeMethods::methods)
                .toList();
        draft.components = record.parts("THANHPHANHOSO").stream()
                .map(group -> new Procedure.ComponentGroup(
                        group.text("TRUONGHOP"),
                        group.parts("GIAYTO").stream()
                                .filter(paper -> paper.text("TENGIAYTO") != null)
                                .map(ExchangeSource::paper)
                                .toList()))
                .toList();
        steps(draft, record);
        draft.results = record.parts("KETQUATHUCHIEN").stream()
                .filter(result -> result.text("TENKETQUA") != null)
                .map(result -> new Procedure.Result(result.text("MAKETQUA"), result.text("TENKETQUA")))
                .toList();
        draft.legalBasis = record.parts("CANCUPHAPLY").stream()
                .filter(basis -> basis.text("SOVANBAN", "TENVANBAN") != null)
                .map(basis -> new Procedure.LegalBasis(
                        basis.text("SOVANBAN", "TENVANBAN"),
                        basis.text("SOVANBAN") == null ? null : basis.text("TENVANBAN"),
                        basis.text("COQUANBANHANH"),
                        basis.date("NGAYBANHANH"),
                        basis.date("NGAYHIEULUC")))
                .toList();
        draft.requirements = record.text("YEUCAU");
        draft.decision = decision(record.text("QUYETDINH"), null);
        draft.keywords = PortalSource.keywords(record.texts("TUKHOA"));
        draft.related = record.codes("TTHCLIENQUAN", "MATTHC", "MATTHCLIENQUAN");
        draft.interlinked = record.codes("TTHCLIENTHONG", "MATTHC", "MATTHCLIENTHONG");
        draft.source = source(record.text("ID"), null);
        return record.flag("TTHCNOIBO");
    }

    /** 1 is public; everything else is not shown by the systems that use this exchange. */
    private static Procedure.State state(String word) {
        return word == null ? null : word.equals("1") ? Procedure.State.ACTIVE : Procedure.State.INACTIVE;
    }

    private static List<Procedure.AgencyRole> agencies(Part record) {
        return Stream.of(
                        agencies(
                                Procedure.AgencyRole.Role.EXECUTING,
                                record.parts("COQUANTHUCHIEN"),
                                record.text("MOTACOQUANTHUCHIEN"),
                                "MADONVI"),
                        agencies(
                                Procedure.AgencyRole.Role.COMPETENT,
                                record.parts("COQUANCOTHAMQUYEN"),
                                record.text("MOTACOQUANTHAMQUYEN"),
                                "MADONVI"),
                        agencies(
                                Procedure.AgencyRole.Role.AUTHORISED,
                                record.parts("COQUANDUOCUYQUYEN"),
                                null,
                                "MADONVI"),
                        agencies(
                                Procedure.AgencyRole.Role.COORDINATING, record.parts("COQUANPHOIHOP"), null, "MADONVI"))
                .flatMap(List::stream)
                .toList();
    }

    private static Procedure.Component paper(Part paper) {
        return new Procedure.Component(
                paper.text("TENGIAYTO"),
                paper.count("SOBANCHINH"),
                paper.count("SOBANSAO"),
                paper.text("MAGIAYTO"),
                paper.text("TENMAUDON"),
                paper.text("URL"),
                null,
                null);
    }

    /** One nameless case is no case: its steps stand alone. */
    private static void steps(ProcedureDraft draft, Part record) {
        var groups = record.parts("TRINHTUTHUCHIEN").stream()
                .map(group -> new Procedure.StepGroup(group.text("TRUONGHOP"), group.codes("TRINHTU", "TENTRINHTU")))
                .filter(group -> !group.items().isEmpty())
                .toList();
        if (groups.size() == 1 && groups.getFirst().caseName() == null) {
            draft.steps = groups.getFirst().items();
        } else {
            draft.stepGroups = groups;
        }
    }
}
