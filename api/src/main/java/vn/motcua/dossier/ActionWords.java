package vn.motcua.dossier;

import jakarta.inject.Singleton;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.PinnedProcedure;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What the applicant has to do now: what, which paper, by when, where and how. */
@Singleton
class ActionWords {
    private static final Text SUPPLY = new Text(
            "Hãy bổ sung giấy tờ theo phiếu yêu cầu. Đăng nhập để xem chi tiết.",
            "Supply the papers named in the request. Sign in for details.");
    private static final Text PAY = new Text(
            "Hãy thực hiện nghĩa vụ tài chính theo thông báo. Đăng nhập để xem chi tiết.",
            "Pay what the notice asks for. Sign in for details.");
    private static final Text SUPPLY_OWN =
            new Text("Hãy bổ sung giấy tờ theo phiếu yêu cầu.", "Supply the papers named in the request.");
    private static final Text PAY_OWN =
            new Text("Hãy thực hiện nghĩa vụ tài chính theo thông báo.", "Pay what the notice asks for.");
    private static final Text FILE_AGAIN =
            new Text("Hãy sửa hồ sơ và nộp lại.", "Correct the dossier and file it again.");
    private static final Text COLLECT_PAPERS =
            new Text("Hãy nhận lại giấy tờ đã nộp.", "Collect the papers you handed in.");
    private static final Text COLLECT_RESULT = new Text("Hãy nhận kết quả.", "Collect the result.");

    private static final Text ONLINE = new Text(
            "Làm trực tuyến trên cổng dịch vụ công, trong mục hồ sơ đã nộp; hoặc đến bộ phận một cửa.",
            "Do it online on the public-service portal, among the dossiers you filed; or at the one-stop counter.");
    private static final Text POSTAL = new Text(
            "Gửi qua bưu chính, ghi mã hồ sơ trên phong bì; hoặc đến bộ phận một cửa.",
            "Send it by post with the dossier code on the envelope; or go to the one-stop counter.");
    private static final Text COUNTER = new Text(
            "Đến bộ phận một cửa, mang theo giấy tiếp nhận và giấy tờ tuỳ thân.",
            "Go to the one-stop counter with your receipt and an identity paper.");

    private final Agencies agencies;
    private final LookupConfig config;

    ActionWords(Agencies agencies, LookupConfig config) {
        this.agencies = agencies;
        this.config = config;
    }

    /** For anyone: that there is something to do, without a word of the agency. */
    static ActionRequired neutral(DossierStatus status, Language language) {
        return switch (status) {
            case SUPPLEMENT_REQUESTED -> textOnly(SUPPLY, language);
            case PAYMENT_REQUESTED -> textOnly(PAY, language);
            case SUBMITTED, RECEIVED, REFUSED, IN_PROGRESS, WITHDRAWAL_REQUESTED, STOPPED, RESULT_READY, RETURNED ->
                null;
        };
    }

    /** For the owner; null when there is nothing to do. */
    ActionRequired forOwner(DossierRow row, Reason reason, PinnedProcedure procedure, Language language) {
        var what = switch (row.status()) {
            case SUPPLEMENT_REQUESTED -> SUPPLY_OWN;
            case PAYMENT_REQUESTED -> PAY_OWN;
            case REFUSED -> FILE_AGAIN;
            case STOPPED -> COLLECT_PAPERS;
            case RESULT_READY -> COLLECT_RESULT;
            case SUBMITTED, RECEIVED, IN_PROGRESS, WITHDRAWAL_REQUESTED, RETURNED -> null;
        };
        if (what == null) {
            return null;
        }
        var given = reason == null ? new Reason(null, null, null, null) : reason;
        return new ActionRequired(
                said(given, what.in(language)),
                given.componentRef(),
                procedure.paper(given.componentRef()).map(ActionWords::paper).orElse(null),
                given.respondBy(),
                where(row, procedure),
                how(row).in(language));
    }

    /** The agency's own words where it gave some. */
    private static String said(Reason reason, String otherwise) {
        return reason.nextAction() != null ? reason.nextAction() : reason.text() != null ? reason.text() : otherwise;
    }

    private static ActionRequired.PaperNeeded paper(PinnedProcedure.Paper paper) {
        return new ActionRequired.PaperNeeded(
                paper.name(), paper.originals(), paper.copies(), paper.form(), paper.formRef(), paper.electronicForm());
    }

    /** The counter that took the papers in; the one that decides when that is not known. */
    private ActionRequired.Where where(DossierRow row, PinnedProcedure procedure) {
        var facts = row.facts();
        var code = facts.reception() != null
                ? facts.reception()
                : facts.support() != null ? facts.support() : facts.competent();
        var online = atCounter(row) ? null : config.portal().toString();
        return new ActionRequired.Where(
                code == null ? null : new AgencyRef(code, agencies.name(code)), procedure.receptionAddress(), online);
    }

    private static Text how(DossierRow row) {
        return atCounter(row) ? COUNTER : row.facts().channel() == Channel.POSTAL ? POSTAL : ONLINE;
    }

    /** Results and papers are handed over; what was filed at the counter goes on there. */
    private static boolean atCounter(DossierRow row) {
        return row.status() == DossierStatus.STOPPED
                || row.facts().channel() == Channel.DIRECT
                || row.status() == DossierStatus.RESULT_READY && row.facts().channel() != Channel.ONLINE;
    }

    private static ActionRequired textOnly(Text text, Language language) {
        return new ActionRequired(text.in(language), null, null, null, null, null);
    }
}
