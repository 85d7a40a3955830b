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
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.motcua.openapi.Language;

/** Scores as an Excel workbook. */
@Provider
@Produces(XlsxScores.MEDIA_TYPE)
public class XlsxScores implements ServerMessageBodyWriter<Scores>, MessageBodyWriter<Scores> {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        var language = Language.of(context.getRequestHeaders().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var workbook = ScoreWorkbook.of(scores, language);
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .setResponseHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"satisfaction.xlsx\"")
                .end(workbook);
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
        out.write(ScoreWorkbook.of(scores, Language.VI));
    }
}
