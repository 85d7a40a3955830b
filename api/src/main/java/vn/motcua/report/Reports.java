package vn.motcua.report;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.agency.Agencies;
import vn.motcua.openapi.Vietnam;
import vn.motcua.report.ReportTables.Question;
import vn.motcua.report.ReportTables.Table;

/** Makes a report as it would be handed in now. */
@Singleton
class Reports {
    private final ReportTables tables;
    private final Agencies agencies;

    Reports(ReportTables tables, Agencies agencies) {
        this.tables = tables;
        this.agencies = agencies;
    }

    /** The rows are made on a worker thread: a whole country's take longer than others may wait for their turn. */
    Uni<Report> draft(Question question) {
        return tables.of(question).emitOn(Infrastructure.getDefaultWorkerPool()).map(table -> report(question, table));
    }

    private Report report(Question question, Table table) {
        var form = question.form();
        var asOf = table.asOf().atZoneSameInstant(Vietnam.ZONE).toOffsetDateTime();
        return new Report(
                form.code(),
                form.number(),
                form.basis(),
                form.title(),
                form.unit(),
                new Report.Agency(
                        question.agency().value(),
                        agencies.name(question.agency().value())),
                Report.Period.of(question.period()),
                question.groupBy(),
                table.available(),
                asOf,
                recipe(question),
                columns(form),
                rows(form, table.lines()),
                table.available() ? form.row(table.total()) : null,
                Stream.concat(form.notes().stream(), table.notes().stream()).toList(),
                form.signatures(),
                null);
    }

    private static String recipe(Question question) {
        var form = question.form();
        var rule = form.rule() == null ? "-" : form.rule().name();
        return "form=%s/%s;agency=%s;period=%s;basis=%s;from=%s;to=%s;by=%s;rule=%s"
                .formatted(
                        form.code(),
                        form.version(),
                        question.agency().value(),
                        question.period().name(),
                        question.period().basis(),
                        question.period().from(),
                        question.period().to(),
                        question.groupBy(),
                        rule);
    }

    private static List<Report.Column> columns(FormLayout form) {
        return form.columns().stream()
                .map(column -> new Report.Column(
                        column.no(),
                        column.key(),
                        column.group(),
                        column.title(),
                        column.sum().isEmpty() ? null : String.join("+", column.sum())))
                .toList();
    }

    private static List<Report.Row> rows(FormLayout form, List<Line> lines) {
        var rows = new ArrayList<Report.Row>();
        int outer = 0;
        int inner = 0;
        for (var line : lines) {
            boolean part = line.depth() > 0;
            inner = part ? inner + 1 : 0;
            outer = part ? outer : outer + 1;
            rows.add(new Report.Row(
                    part ? outer + "." + inner : Integer.toString(outer),
                    line.code(),
                    line.label(),
                    line.depth(),
                    form.row(line.measures())));
        }
        return rows;
    }
}
