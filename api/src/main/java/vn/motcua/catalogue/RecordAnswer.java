package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** One record over HTTP, in the form that was asked for. Each form has a tag of its own, made from the record alone. */
@ApplicationScoped
class RecordAnswer {
    private static final String VARY = HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING;

    private final ObjectMapper json;
    private final LinkedData linked;
    private final CatalogueConfig config;

    RecordAnswer(ObjectMapper json, SiteConfig site, CatalogueConfig config) {
        this.json = json;
        this.linked = new LinkedData(site);
        this.config = config;
    }

    Response of(PublishedRecord published, HttpHeaders headers, Request request) {
        boolean asLinkedData = asksForLinkedData(headers);
        var tag = new EntityTag(published.tag() + (asLinkedData ? "-ld" : ""));
        if (request.evaluatePreconditions(tag) != null) {
            return common(Response.notModified(tag)).build();
        }
        var body = asLinkedData ? linkedData(published.procedure(json)) : published.json();
        return common(Response.ok(new StoredBody(body)))
                .tag(tag)
                .type(asLinkedData ? LinkedData.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                .build();
    }

    /** A record that is not on the shelf, for the same ways out. */
    PublishedRecord historic(Procedure procedure) {
        return PublishedRecord.of(procedure, procedure.version().releaseId(), json);
    }

    private byte[] linkedData(Procedure procedure) {
        try {
            return json.writeValueAsBytes(linked.of(procedure));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("linked data are plain maps", e);
        }
    }

    private Response.ResponseBuilder common(Response.ResponseBuilder answer) {
        return answer.header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + config.maxAge().toSeconds())
                .header(HttpHeaders.VARY, VARY);
    }

    /** JSON unless linked data are named before it. */
    private static boolean asksForLinkedData(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (LinkedData.MEDIA_TYPE.equals(type.getType() + "/" + type.getSubtype())) {
                return true;
            }
        }
        return false;
    }
}
