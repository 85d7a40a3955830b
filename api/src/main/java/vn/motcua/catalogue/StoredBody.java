package vn.motcua.catalogue;

import jakarta.ws.rs.Produces;
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

/** An answer that was written before: it goes out as it lies in memory, where a plain array would become base64 in JSON. */
record StoredBody(byte[] bytes) {
    /** Found by the framework. */
    @Provider
    @Produces({MediaType.APPLICATION_JSON, LinkedData.MEDIA_TYPE})
    public static class Writer implements ServerMessageBodyWriter<StoredBody>, MessageBodyWriter<StoredBody> {
        @Override
        public boolean isWriteable(
                Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
            return type == StoredBody.class;
        }

        @Override
        public void writeResponse(StoredBody body, Type generic, ServerRequestContext context) {
            context.serverResponse().end(body.bytes);
        }

        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == StoredBody.class;
        }

        @Override
        public void writeTo(
                StoredBody body,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(body.bytes);
        }
    }
}
