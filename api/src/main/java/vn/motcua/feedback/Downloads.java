package vn.motcua.feedback;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends a file out so that no browser shows it: as an attachment, of no type, and (by the gate) not to be sniffed. */
final class Downloads {
    private Downloads() {}

    static RestResponse<StreamingOutput> answer(Attachments.Opened file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        StreamingOutput content = out -> {
            try (var in = file.content()) {
                in.transferTo(out);
            }
        };
        return RestResponse.ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Refusals.noAttachment();
        }
    }
}
