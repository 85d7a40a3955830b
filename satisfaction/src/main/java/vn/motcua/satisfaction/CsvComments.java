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
import vn.motcua.openapi.Language;

/** A page of comments as CSV, written like {@link CsvScores}. */
@Provider
@Produces(CsvComments.MEDIA_TYPE)
public class CsvComments implements ServerMessageBodyWriter<CommentPage>, MessageBodyWriter<CommentPage> {
    static final String MEDIA_TYPE = "text/csv";

    static String csv(CommentPage page, Language language) {
        var text = new StringBuilder("\uFEFF");
        append(text, CommentTable.COLUMNS);
        CommentTable.rows(page, language).forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row) {
        text.append(row.stream().map(CsvScores::text).collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return CommentPage.class == type;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return CommentPage.class == type;
    }

    @Override
    public void writeResponse(CommentPage page, Type generic, ServerRequestContext context) {
        var language = Language.of(context.getRequestHeaders().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .setResponseHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comments.csv\"")
                .end(csv(page, language).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(
            CommentPage page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(csv(page, Language.VI).getBytes(StandardCharsets.UTF_8));
    }
}
