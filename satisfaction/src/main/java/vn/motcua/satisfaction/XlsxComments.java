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

/** A page of comments as an Excel workbook. */
@Provider
@Produces(XlsxScores.MEDIA_TYPE)
public class XlsxComments implements ServerMessageBodyWriter<CommentPage>, MessageBodyWriter<CommentPage> {

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
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, XlsxScores.MEDIA_TYPE)
                .setResponseHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comments.xlsx\"")
                .end(CommentWorkbook.of(page, language));
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
        out.write(CommentWorkbook.of(page, Language.VI));
    }
}
