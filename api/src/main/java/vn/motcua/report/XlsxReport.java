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
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** A report as an Excel workbook. */
@Provider
@Produces(XlsxReport.MEDIA_TYPE)
public class XlsxReport implements ServerMessageBodyWriter<Report>, MessageBodyWriter<Report> {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .setResponseHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s-%s.xlsx\""
                                .formatted(
                                        report.form(),
                                        report.agency().code(),
                                        report.period().name()))
                .end(ReportWorkbook.of(report));
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
        out.write(ReportWorkbook.of(report));
    }
}
