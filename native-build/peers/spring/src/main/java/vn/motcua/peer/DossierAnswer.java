package vn.motcua.peer;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The answer, field by field as the contract of Một Cửa has it. */
record DossierAnswer(
        String code,
        Procedure procedure,
        String status,
        String statusLabel,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        OffsetDateTime endedAt,
        Clock clock,
        Agencies agencies,
        List<Step> timeline,
        Action actionRequired) {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    record Procedure(String code, Integer version) {}

    record Clock(String state, boolean overdue) {}

    record Agency(String code, String name) {}

    record Agencies(Agency support, Agency reception, Agency competent) {}

    record Step(String status, String statusLabel, OffsetDateTime occurredAt, Agency agency) {}

    record Action(String text) {}

    static DossierAnswer of(DossierEntity row) {
        var status = Status.of(row.status);
        return new DossierAnswer(
                row.code,
                new Procedure(row.procedureCode, row.procedureVersion),
                status.name(),
                status.label,
                vietnam(row.receivedAt),
                vietnam(row.dueAt),
                vietnam(row.endedAt),
                new Clock(row.clockState, overdue(row)),
                new Agencies(agency(row.support), agency(row.reception), agency(row.competent)),
                row.timeline.stream().map(DossierAnswer::step).toList(),
                status == Status.SUPPLEMENT_REQUESTED
                        ? new Action("Hãy bổ sung giấy tờ theo phiếu yêu cầu. Đăng nhập để xem chi tiết.")
                        : null);
    }

    private static boolean overdue(DossierEntity row) {
        return row.dueAt != null && row.endedAt != null && row.endedAt.isAfter(row.dueAt);
    }

    private static Step step(DossierEntity.Moment moment) {
        var status = Status.of(moment.status());
        return new Step(status.name(), status.label, vietnam(moment.at()), agency(moment.agency()));
    }

    private static Agency agency(String code) {
        return code == null ? null : new Agency(code, code);
    }

    private static OffsetDateTime vietnam(OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(VIETNAM);
    }
}
