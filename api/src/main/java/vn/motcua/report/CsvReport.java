package vn.motcua.report;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** The rows of a report with the keys of its columns, and the total in the last line. */
@Provider
@Produces(CsvReport.MEDIA_TYPE)
public class CsvReport implements ServerMessageBodyWriter<Report>, MessageBodyWriter<Report> {
    static final String MEDIA_TYPE = "text/csv";

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Report.class == type;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Report.class == type;
    }

    @Override
    public void writeResponse(Report report, Type generic, ServerRequestContext context) {
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .setResponseHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s-%s.csv\""
                                .formatted(
                                        report.form(),
                                        report.agency().code(),
                                        report.period().name()))
                .end(text(report));
    }

    @Override
    public void writeTo(
            Report report,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(text(report).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Report report) {
        var numbers = report.columns().stream()
                .map(Report.Column::key)
                .skip(ReportWorkbook.TEXT_COLUMNS)
                .toList();
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("number", "code", "dimension"));
        head.addAll(numbers);
        lines.add(head);
        for (var row : report.rows()) {
            var line = new ArrayList<>(List.of(row.number(), row.code() == null ? "" : row.code(), row.label()));
            numbers.forEach(key -> line.add(row.values().get(key).toString()));
            lines.add(line);
        }
        if (report.total() != null) {
            var line = new ArrayList<>(List.of("", "", ReportWorkbook.TOTAL));
            numbers.forEach(key -> line.add(report.total().get(key).toString()));
            lines.add(line);
        }
        return lines.stream()
                .map(line -> line.stream().map(CsvReport::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Quoted where needed; what a spreadsheet would take for a formula gets a quote in front. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
