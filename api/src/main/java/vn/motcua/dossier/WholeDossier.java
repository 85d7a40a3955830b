package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;

/** What a whole dossier of the national shape means: its reception, its supplements, its present state. */
final class WholeDossier {
    private static final Pattern ORGANISATION = Pattern.compile("(\\d{10})-?(\\d{3})?");
    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");

    private final NationalRecord record;
    private final String unit;
    private final ApplicantCoding coding;
    private final List<NationalStep> steps = new ArrayList<>();

    WholeDossier(NationalRecord record, String unit, ApplicantCoding coding) {
        this.record = record;
        this.unit = unit;
        this.coding = coding;
    }

    List<DossierEvent> events() {
        var number = record.text("TrangThaiHoSo");
        var status = DossierStatus.parse(number == null ? "" : number).orElse(null);
        var received = record.time("NgayTiepNhan");
        var due = record.promise("NgayHenTra");
        var ended = record.time("NgayKetThucXuLy");
        var returned = record.time("NgayTra");
        boolean accepted = status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED;
        if (accepted && received != null) {
            add(DossierStatus.RECEIVED, received);
        }
        var supplements = record.parts("DanhSachHoSoBoSung");
        supplements.forEach(this::supplement);
        if (status == DossierStatus.RETURNED && ended != null) {
            add(DossierStatus.RESULT_READY, ended);
        }
        var last = steps.isEmpty() ? null : steps.getLast().status();
        if (status == null || !status.name().equals(last)) {
            var own = status == DossierStatus.RETURNED ? returned : status == DossierStatus.RESULT_READY ? ended : null;
            // A state without a time of its own is placed at the latest time that the record names.
            var at = own != null ? own : record.latest(supplements);
            steps.add(new NationalStep(record, number, at).reason(record.text("GhiChu")));
        }
        facts(received, due);
        return steps.stream().map(NationalStep::event).toList();
    }

    private void add(DossierStatus status, OffsetDateTime at) {
        steps.add(new NationalStep(record, status.name(), at));
    }

    private void supplement(NationalRecord part) {
        var asked = part.time("NgayBoSung");
        if (asked != null) {
            steps.add(new NationalStep(record, DossierStatus.SUPPLEMENT_REQUESTED.name(), asked)
                    .reason(part.text("NoiDungBoSung"))
                    .handler(part.text("NguoiYeuCauBoSung"), null));
        }
        var supplied = part.time("NgayTiepNhanBoSung");
        if (supplied != null) {
            steps.add(new NationalStep(record, DossierStatus.IN_PROGRESS.name(), supplied)
                    .handler(part.text("NguoiTiepNhanBoSung"), null));
        }
    }

    /** Who and what on the first step, the promised date on the last: it is what the agency says now. */
    private void facts(OffsetDateTime received, OffsetDateTime due) {
        steps.getFirst().procedure(record.text("MaTTHC")).applicant(applicant()).received(received, channel());
        var competent = AgencyCode.parse(record.text("DonViXuLy"))
                .filter(code -> Character.isLetter(code.value().charAt(0))
                        || code.value().contains("."))
                .map(code -> code.leftToRight().value())
                .orElse(null);
        steps.forEach(step -> step.agencies(unit, competent));
        steps.getLast().due(due);
    }

    private Applicant applicant() {
        var number = record.text("LoaiDoiTuong");
        if (number == null) {
            return null;
        }
        var kind = coding.decode(number);
        if (kind.isEmpty()) {
            record.fault("/LoaiDoiTuong", "Không có loại đối tượng này.", "There is no such kind of applicant.");
            return null;
        }
        var id = record.text("MaDoiTuong");
        boolean citizen = kind.get() == Applicant.Kind.CITIZEN;
        return new Applicant(
                kind.get(),
                record.text("ChuHoSo"),
                citizen && id != null && PERSONAL_ID.matcher(id).matches() ? id : null,
                citizen ? null : organisation(id),
                record.text("SoDienThoai"));
    }

    private static String organisation(String id) {
        var match = ORGANISATION.matcher(id == null ? "" : id);
        if (!match.matches()) {
            return null;
        }
        return match.group(2) == null ? match.group(1) : match.group(1) + "-" + match.group(2);
    }

    private Channel channel() {
        var number = record.text("KenhThucHien");
        return switch (number == null ? "" : number) {
            case "1" -> Channel.DIRECT;
            case "2" -> Channel.ONLINE;
            case "3" -> Channel.POSTAL;
            default -> null;
        };
    }
}
