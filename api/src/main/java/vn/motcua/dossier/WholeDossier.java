package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.openapi.AgencyCode;

/** What a whole dossier of the national shape means: its reception, its supplements, its present state. */
final class WholeDossier {
    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");
    private static final Pattern ORGANISATION = Pattern.compile("(\\d{10})-?(\\d{3})?");

    private final NationalRecord record;
    private final String unit;
    private final ApplicantCoding coding;
    private final SourceHistory history;
    private final OffsetDateTime now;
    private final List<NationalStep> steps = new ArrayList<>();

    /**
     * @param history what the same system said of this dossier before
     * @param now the time of the call
     */
    WholeDossier(
            NationalRecord record, String unit, ApplicantCoding coding, SourceHistory history, OffsetDateTime now) {
        this.record = record;
        this.unit = unit;
        this.coding = coding;
        this.history = history;
        this.now = now;
    }

    List<DossierEvent> events() {
        var number = record.text("TrangThaiHoSo");
        var status = DossierStatus.parse(number == null ? "" : number).orElse(null);
        var filed = record.time("NgayTiepNhan");
        var due = record.promise("NgayHenTra");
        var ended = record.time("NgayKetThucXuLy");
        var returned = record.time("NgayTra");
        boolean accepted = status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED;
        var received = accepted ? filed : null;
        if (received != null) {
            add(DossierStatus.RECEIVED, received);
        }
        var supplements = record.parts("DanhSachHoSoBoSung");
        supplements.forEach(this::supplement);
        if (status == DossierStatus.RETURNED && ended != null) {
            add(DossierStatus.RESULT_READY, ended);
        }
        var own = status == DossierStatus.RETURNED ? returned : status == DossierStatus.RESULT_READY ? ended : null;
        state(status, own, record.latest(supplements));
        if (due != null && !steps.isEmpty()) {
            due(due, status);
        }
        facts(received);
        return steps.stream().map(NationalStep::event).toList();
    }

    private void add(DossierStatus status, OffsetDateTime at) {
        steps.add(new NationalStep(record, status.name(), at));
    }

    /**
     * The present state, unless the steps tell it.
     *
     * @param own the time that the record names for it
     * @param latest the latest time that the record names
     */
    private void state(DossierStatus status, OffsetDateTime own, OffsetDateTime latest) {
        var told = steps.isEmpty() ? null : steps.getLast().said();
        var before = history.last(told);
        if (status == null || before == null) {
            present(own != null ? own : latest);
        } else if (status == before.status() && own == null) {
            // Said again where it stands, for what else the record may say of it by now.
            boolean explained = ReasonCheck.isReturn(status) && record.text("GhiChu") != null;
            if (!before.isSameStep(told) && (steps.isEmpty() || explained)) {
                present(before.at());
            }
        } else if (own != null && (status == before.status() || !history.isAfter(own))) {
            present(own);
        } else if (status.compareTo(before.status()) > 0 && haveOneClock(before.status(), status)) {
            // Nobody knows when, and no clock depends on it.
            present(latest != null && latest.isAfter(before.at()) ? latest : before.at());
        } else if (!runs(status) || !runs(before.status())) {
            // Back from work to reception is no step; every other one is.
            present(now);
        }
    }

    private void present(OffsetDateTime at) {
        steps.add(new NationalStep(record, record.text("TrangThaiHoSo"), at).reason(record.text("GhiChu")));
    }

    private static boolean haveOneClock(DossierStatus one, DossierStatus other) {
        return (runs(one) && runs(other)) || (one.isEnd() && other.isEnd());
    }

    private static boolean runs(DossierStatus status) {
        return status.clock() == ClockState.RUNNING || status.clock() == ClockState.NOT_STARTED;
    }

    /**
     * A date that was given before stays with the step that told it. Another one is told with the newest step, with a step of
     * its own where nothing new happened; not after the end, and not as a second request for papers.
     */
    private void due(OffsetDateTime due, DossierStatus status) {
        var last = steps.getLast();
        if (due.isEqual(history.due().orElse(OffsetDateTime.MAX))) {
            steps.stream().filter(step -> history.told(step.said(), due)).forEach(step -> step.due(due));
        } else if (history.due().isEmpty() || history.isNews(last.said())) {
            last.due(due);
        } else if (status != null && !status.isEnd() && !ReasonCheck.isReturn(status)) {
            present(now);
            steps.getLast().due(due);
        }
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

    /** Who and what is told with the first step. */
    private void facts(OffsetDateTime received) {
        if (steps.isEmpty()) {
            return;
        }
        steps.getFirst().procedure(record.text("MaTTHC")).applicant(applicant()).received(received, channel());
        var competent = AgencyCode.parse(record.text("DonViXuLy"))
                .filter(code -> Character.isLetter(code.value().charAt(0))
                        || code.value().contains("."))
                .map(code -> code.leftToRight().value())
                .orElse(null);
        steps.forEach(step -> step.agencies(unit, competent));
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
        boolean person = id != null
                && PERSONAL_ID.matcher(id).matches()
                && (citizen || kind.get() == Applicant.Kind.HOUSEHOLD_BUSINESS);
        return new Applicant(
                kind.get(),
                record.text("ChuHoSo"),
                person ? id : null,
                citizen || person ? null : organisation(id),
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
