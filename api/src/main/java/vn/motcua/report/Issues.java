package vn.motcua.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;
import vn.motcua.report.ReportTables.Question;

/** Freezes a report: from here on it stays as it is, whatever is reported later. */
@Singleton
class Issues {
    private static final String CARRIED_OVER = "carriedOver";
    private static final String OPEN = "openTotal";

    private final Reports reports;
    private final IssueStore store;
    private final Clock clock;

    Issues(Reports reports, IssueStore store, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.clock = clock;
    }

    Uni<Report> issue(Question question, IssueRequest request, String account) {
        if (!question.period().to().isBefore(LocalDate.now(clock.withZone(Vietnam.ZONE)))) {
            throw ProblemException.invalid(
                    "/period",
                    "Kỳ báo cáo chưa kết thúc: hãy xem bản nháp, và phát hành sau ngày cuối kỳ.",
                    "The period has not ended: look at the draft, and issue after its last day.");
        }
        return reports.draft(question).chain(draft -> {
            if (!draft.available()) {
                throw ProblemException.of(
                        ProblemType.REPORT_WITHOUT_DATA,
                        "Chưa có nguồn số liệu cho biểu này nên không phát hành được.",
                        "There is no source of data for this form yet, so it cannot be issued.");
            }
            return known(draft, request)
                    .chain(() -> notes(draft, question.period()))
                    .map(notes -> draft.issued(as(request), notes))
                    .call(report -> store.add(report, report.total().get(OPEN), account));
        });
    }

    private Uni<Void> known(Report draft, IssueRequest request) {
        return request.corrects() == null
                ? Uni.createFrom().voidItem()
                : store.isSame(request.corrects(), draft)
                        .invoke(same -> {
                            if (!same) {
                                throw ProblemException.invalid(
                                        "/corrects",
                                        "Không phải báo cáo cùng biểu, cùng kỳ của cơ quan.",
                                        "Not an issue of the same form and period of this agency.");
                            }
                        })
                        .replaceWithVoid();
    }

    private Report.Issue as(IssueRequest request) {
        var at = OffsetDateTime.now(clock.withZone(Vietnam.ZONE)).truncatedTo(ChronoUnit.SECONDS);
        return new Report.Issue(
                UUID.randomUUID(),
                at,
                request.corrects(),
                request.corrects() == null ? null : request.reason().strip(),
                request.preparedBy(),
                request.signedBy(),
                request.signerPosition());
    }

    /** What was carried over is what the period before left open; where events came late the difference is told. */
    private Uni<List<String>> notes(Report draft, ReportPeriod period) {
        var carried = draft.total().get(CARRIED_OVER);
        var before = period.before();
        if (carried == null || !draft.total().containsKey(OPEN) || before.isEmpty()) {
            return Uni.createFrom().item(draft.notes());
        }
        return store.openTotal(draft, before.get())
                .map(open -> open.isEmpty() || open.getAsLong() == carried
                        ? draft.notes()
                        : Stream.concat(
                                        draft.notes().stream(),
                                        Stream.of(
                                                "Kỳ trước chuyển sang %d hồ sơ; báo cáo kỳ %s đã phát hành ghi %d: khác do có sự kiện được gửi về muộn."
                                                        .formatted(
                                                                carried,
                                                                before.get().name(),
                                                                open.getAsLong())))
                                .toList());
    }
}
