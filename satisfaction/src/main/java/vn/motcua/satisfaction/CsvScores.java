package vn.motcua.satisfaction;

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
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Scores as CSV (RFC 4180). It starts with a byte order mark: without one Excel reads UTF-8 as the local code page and
 * breaks every Vietnamese letter; programs that read UTF-8 skip it.
 */
@Provider
@Produces(CsvScores.MEDIA_TYPE)
public class CsvScores implements ServerMessageBodyWriter<Scores>, MessageBodyWriter<Scores> {
    static final String MEDIA_TYPE = "text/csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    static String csv(Scores scores) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        append(text, ScoreTable.COLUMNS);
        ScoreTable.rows(scores).forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<?> row) {
        text.append(row.stream().map(CsvScores::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text(text);
            default -> value.toString();
        };
    }

    static String text(String text) {
        return quoted(harmless(text));
    }

    /** A text that a spreadsheet would run as a formula is marked as text by an apostrophe. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Scores.class == type;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Scores.class == type;
    }

    @Override
    public void writeResponse(Scores scores, Type generic, ServerRequestContext context) {
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .setResponseHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"satisfaction.csv\"")
                .end(csv(scores).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(
            Scores scores,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(csv(scores).getBytes(StandardCharsets.UTF_8));
    }
}
