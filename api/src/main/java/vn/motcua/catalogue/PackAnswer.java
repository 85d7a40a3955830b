package vn.motcua.catalogue;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;

/** The pack over HTTP: 304 to who has it, a part to who asks for one, else all of it. */
final class PackAnswer {
    private PackAnswer() {}

    static RestResponse<byte[]> of(CataloguePack pack, Duration maxAge, HttpHeaders headers, Request request) {
        var tag = new EntityTag(pack.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return common(RestResponse.ResponseBuilder.notModified(tag), maxAge).build();
        }
        var file = pack.file();
        var range = ByteRange.of(
                headers.getHeaderString("Range"),
                headers.getHeaderString("If-Range"),
                '"' + pack.sha256() + '"',
                file.length);
        var answer = range.map(part -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.PARTIAL_CONTENT,
                                Arrays.copyOfRange(file, part.first(), part.last() + 1))
                        .header("Content-Range", part.header(file.length)))
                .orElseGet(() -> RestResponse.ResponseBuilder.ok(file));
        return common(answer.tag(tag), maxAge)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"motcua-catalogue-" + pack.release() + ".ndjson.gz\"")
                .build();
    }

    private static RestResponse.ResponseBuilder<byte[]> common(
            RestResponse.ResponseBuilder<byte[]> answer, Duration maxAge) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds())
                .header("Accept-Ranges", "bytes");
    }
}
