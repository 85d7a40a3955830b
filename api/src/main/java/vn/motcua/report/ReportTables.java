package vn.motcua.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.DossierCount;
import vn.motcua.dossier.DossierFigures;
import vn.motcua.dossier.FigureQuestion;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.quality.PetitionCount;
import vn.motcua.quality.PetitionSource;
import vn.motcua.quality.UnitTree;

/** Asks the features for what a form counts, and puts it into rows. */
@Singleton
class ReportTables {
    private static final String NO_FIELD = "Chưa rõ lĩnh vực";
    private static final Map<PetitionCount.Kind, String> KINDS = Map.of(
            PetitionCount.Kind.CONDUCT, "Về hành vi hành chính",
            PetitionCount.Kind.REGULATION, "Về quy định hành chính",
            PetitionCount.Kind.BOTH, "Về cả hành vi và quy định hành chính",
            PetitionCount.Kind.OTHER, "Khác");

    private final DossierFigures dossiers;
    private final Publications publications;
    private final Instance<PetitionSource> petitions;
    private final Agencies agencies;
    private final Catalogue catalogue;
    private final Clock clock;

    /** @param available false where there is no source */
    record Table(
            boolean available, OffsetDateTime asOf, List<Line> lines, Map<String, Long> total, List<String> notes) {
        /** The total is the sum of the outer lines. */
        Table(boolean available, OffsetDateTime asOf, List<Line> lines, List<String> notes) {
            this(
                    available,
                    asOf,
                    lines,
                    Lines.sum(lines.stream()
                            .filter(line -> line.depth() == 0)
                            .map(Line::measures)
                            .toList()),
                    notes);
        }
    }

    /** What is asked for. */
    record Question(FormLayout form, AgencyCode agency, ReportPeriod period, ReportGroup groupBy) {
        FigureQuestion figures() {
            return new FigureQuestion(agency, period.from(), period.to(), form.rule());
        }
    }

    ReportTables(
            DossierFigures dossiers,
            Publications publications,
            Instance<PetitionSource> petitions,
            Agencies agencies,
            Catalogue catalogue,
            Clock clock) {
        this.dossiers = dossiers;
        this.publications = publications;
        this.petitions = petitions;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Uni<Table> of(Question question) {
        return switch (question.form().source()) {
            case DOSSIERS -> dossiers(question);
            case CAUSES -> causes(question);
            case PETITIONS -> petitions(question);
            case PUBLICATIONS -> publications(question);
            case STOCK -> stock(question);
        };
    }

    private Uni<Table> dossiers(Question question) {
        boolean byField = question.groupBy() != ReportGroup.UNIT && question.groupBy() != ReportGroup.LEVEL;
        return dossiers.counts(question.figures(), byField).map(read -> {
            var counted = read.counts().stream()
                    .map(count -> new Lines.Counted(count.agency(), count.field(), measures(count)))
                    .toList();
            long reopened =
                    read.counts().stream().mapToLong(DossierCount::reopened).sum();
            long undated =
                    read.counts().stream().mapToLong(DossierCount::undated).sum();
            return new Table(true, read.asOf(), grouped(question, counted), DossierNotes.of(reopened, undated));
        });
    }

    private static Map<String, Long> measures(DossierCount count) {
        var measures = new HashMap<String, Long>();
        measures.put("receivedOnline", count.receivedOnline());
        measures.put("receivedDesk", count.receivedDesk());
        measures.put("receivedPost", count.receivedPost());
        measures.put("carriedOver", count.carriedOver());
        measures.put("reopenedOnline", count.reopenedOnline());
        measures.put("reopenedOffline", count.reopenedOffline());
        measures.put("doneEarly", count.doneEarly());
        measures.put("doneOnTime", count.doneOnTime());
        measures.put("doneOverdue", count.doneOverdue());
        measures.put("doneUndated", count.doneUndated());
        measures.put("openInTime", count.openInTime());
        measures.put("openOverdue", count.openOverdue());
        measures.put("openUndated", count.openUndated());
        measures.put("pausedInTime", count.pausedInTime());
        measures.put("pausedOverdue", count.pausedOverdue());
        measures.put("pausedUndated", count.pausedUndated());
        return measures;
    }

    private Uni<Table> causes(Question question) {
        var causes = question.form().causes();
        return dossiers.overdueReasons(question.figures()).map(read -> {
            var counted = read.stream()
                    .map(one -> new Lines.Counted(
                            one.agency(),
                            one.field(),
                            Map.of(
                                    one.code().isEmpty() ? "NOT_GIVEN" : causes.getOrDefault(one.code(), "OTHER"),
                                    one.dossiers())))
                    .toList();
            return new Table(true, now(), grouped(question, counted), List.of());
        });
    }

    private Uni<Table> petitions(Question question) {
        if (!petitions.isResolvable()) {
            return Uni.createFrom()
                    .item(
                            new Table(
                                    false,
                                    now(),
                                    List.of(),
                                    List.of(
                                            "Chưa có nguồn số liệu phản ánh, kiến nghị: báo cáo để trống, không phải bằng không.")));
        }
        var period = question.period();
        var source = petitions.get();
        return source.totals(question.agency(), period.from(), period.to()).chain(totals -> {
            var byKind = Arrays.stream(PetitionCount.Kind.values())
                    .map(kind -> new Line(
                            kind.name(),
                            KINDS.get(kind),
                            0,
                            Lines.sum(totals.stream()
                                    .filter(count -> count.kind() == kind)
                                    .map(ReportTables::measures)
                                    .toList())))
                    .toList();
            var table = new Table(true, now(), byKind, List.of());
            return question.groupBy() == ReportGroup.UNIT
                    ? source.counts(question.agency(), period.from(), period.to())
                            .map(counts -> byUnit(question, counts, table.total()))
                    : Uni.createFrom().item(table);
        });
    }

    private Table byUnit(Question question, List<PetitionCount> counts, Map<String, Long> total) {
        var lines = Lines.by(counts.stream().map(ReportTables::counted).toList(), unit(question), agencies::name, 0);
        return new Table(
                true,
                now(),
                lines,
                total,
                List.of("Phản ánh, kiến nghị qua nhiều đơn vị được tính ở từng đơn vị; dòng tổng cộng tính một lần."));
    }

    private static Lines.Counted counted(PetitionCount count) {
        return new Lines.Counted(count.unit(), null, measures(count));
    }

    private static Map<String, Long> measures(PetitionCount count) {
        return Map.of(
                "carriedOver", count.carriedOver(),
                "received", count.received(),
                "handledOnTime", count.handledOnTime(),
                "handledLate", count.handledLate(),
                "openInTime", count.openInTime(),
                "openOverdue", count.openOverdue(),
                "published", count.published());
    }

    private Uni<Table> publications(Question question) {
        var period = question.period();
        return publications.acts(question.agency(), period.from(), period.to()).map(acts -> {
            if (question.groupBy() == ReportGroup.PROCEDURE) {
                var lines = acts.stream()
                        .map(act -> new Line(act.code(), act.name(), 0, Map.of(act.kind(), 1L)))
                        .toList();
                return new Table(true, now(), lines, List.of());
            }
            var counted = acts.stream()
                    .map(act -> new Lines.Counted(act.authority(), act.fieldCode(), Map.of(act.kind(), 1L)))
                    .toList();
            return new Table(true, now(), grouped(question, counted), List.of());
        });
    }

    private Uni<Table> stock(Question question) {
        var period = question.period();
        if (period.basis() != ReportBasis.CALENDAR || period.type() != ReportPeriod.Type.MONTH) {
            throw ProblemException.invalid(
                    "period",
                    "Biểu này chỉ lập theo tháng của lịch, ví dụ period=2026-10&basis=CALENDAR.",
                    "This form is for months of the calendar, for example period=2026-10&basis=CALENDAR.");
        }
        return publications
                .stock(period.name(), question.groupBy() == ReportGroup.LEVEL)
                .map(read -> new Table(
                        true,
                        now(),
                        read.stream()
                                .map(one -> new Line(one.code(), one.label(), 0, one.counts()))
                                .toList(),
                        List.of()));
    }

    private List<Line> grouped(Question question, List<Lines.Counted> counted) {
        return switch (question.groupBy()) {
            case UNIT -> Lines.by(counted, unit(question), agencies::name, 0);
            case FIELD -> Lines.by(counted, Lines.Counted::field, this::field, 0);
            case LEVEL ->
                Lines.by(
                        counted,
                        one -> level(one.unit()).name(),
                        code -> AdministrativeLevel.valueOf(code).label(),
                        0);
            case UNIT_FIELD -> Lines.nested(counted, unit(question), agencies::name, Lines.Counted::field, this::field);
            case CAUSE -> Lines.by(counted, one -> "", code -> "Toàn bộ", 0);
            case KIND, PROCEDURE, AUTHORITY -> throw new IllegalStateException("not of this form");
        };
    }

    private AdministrativeLevel level(String agency) {
        return AdministrativeLevel.of(agencies.level(agency));
    }

    private static java.util.function.Function<Lines.Counted, String> unit(Question question) {
        var agency = question.agency().value();
        return one -> UnitTree.unitBelow(agency, one.unit()).orElse(agency);
    }

    private String field(String code) {
        return code.isEmpty() ? NO_FIELD : catalogue.fieldName(code);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
