package vn.motcua.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The first thing that sees a request: it turns away what must not reach a feature, before a byte of the body is read. */
@Singleton
class Gate {
    private static final int FIRST = 1000;
    private static final String EVENTS = "/v1/integration/";
    private static final String ORGANISATIONS = "/v1/organisations/";
    private static final String WATCHLIST = "/watchlist";
    private static final String OWN_FEEDBACK = "/v1/me/feedback/";
    private static final String ATTACHMENTS = "/attachments";
    private static final String CATALOGUE_FILES = "/v1/admin/catalogue/releases";

    private final WebConfig limits;
    private final RoleConfig.Role role;
    private final ProblemWriter problems;
    private final AtomicInteger inFlight = new AtomicInteger();

    Gate(WebConfig limits, RoleConfig role, ProblemWriter problems) {
        this.limits = limits;
        this.role = role.role();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    private void enter(RoutingContext request) {
        if (request.request().uri().startsWith("/q/")) {
            request.next(); // health and metrics must answer when everything else is refused
            return;
        }
        var refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.write(request, refusal.get());
            return;
        }
        request.addHeadersEndHandler(answered -> finish(request.response().headers()));
        inFlight.incrementAndGet();
        request.addEndHandler(done -> inFlight.decrementAndGet());
        request.next();
    }

    /** Headers that every answer carries. What may lie in caches says so itself; everything else stays out of them. */
    private static void finish(MultiMap answer) {
        answer.set("X-Content-Type-Options", "nosniff");
        if (!answer.contains(HttpHeaders.CACHE_CONTROL)) {
            answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private Optional<ProblemException> refusal(RoutingContext request) {
        if (role == RoleConfig.Role.DISPATCHER) {
            return Optional.of(ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    Duration.ofSeconds(30),
                    "Máy chủ này chỉ gửi thông báo. Hãy gọi địa chỉ của dịch vụ.",
                    "This replica delivers only. Call the address of the service."));
        }
        if (inFlight.get() >= limits.maxInFlight()) {
            return Optional.of(ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    Duration.ofSeconds(1),
                    "Hệ thống đang quá tải. Hãy thử lại sau giây lát.",
                    "The service is overloaded. Try again in a moment."));
        }
        if (!RequestTarget.isSound(request.request().uri())) {
            return Optional.of(unsound());
        }
        return tooLarge(request).or(() -> notUtf8(request));
    }

    /** A body says what it is, and text is UTF-8: guessing would turn a Vietnamese name into rubbish. */
    private static Optional<ProblemException> notUtf8(RoutingContext request) {
        var headers = request.request().headers();
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        boolean hasBody = headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (!hasBody || (type != null && isUtf8(type.toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        return Optional.of(ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Hãy đặt Content-Type theo tài liệu, thường là application/json, mã hoá UTF-8.",
                "Set Content-Type as in the contract, usually application/json, in UTF-8."));
    }

    private static boolean isUtf8(String mediaType) {
        int charset = mediaType.indexOf("charset=");
        return charset < 0
                || mediaType.substring(charset + 8).replace("\"", "").strip().startsWith("utf-8");
    }

    private static ProblemException unsound() {
        return ProblemException.of(
                ProblemType.INVALID_INPUT,
                "Địa chỉ chứa ký tự không hợp lệ. Hãy mã hoá theo UTF-8.",
                "The address holds characters that are not allowed. Encode it as UTF-8.");
    }

    private Optional<ProblemException> tooLarge(RoutingContext request) {
        var path = request.normalizedPath();
        long limit = limit(path);
        var declared = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean tooLarge = declared != null && exceeds(declared, limit);
        // Without a declared length only the bulk operations read on; they count for themselves.
        boolean unbounded = declared == null
                && request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                && limit == limits.maxBody().asLongValue();
        if (!tooLarge && !unbounded) {
            return Optional.empty();
        }
        return Optional.of(ProblemException.of(
                ProblemType.BODY_TOO_LARGE,
                "Nội dung tối đa " + limit / 1024 + " KiB, kèm tiêu đề Content-Length.",
                "The body may have at most " + limit / 1024 + " KiB, with a Content-Length header."));
    }

    private long limit(String path) {
        if (path.startsWith(EVENTS)) {
            return limits.maxEventBatch().asLongValue();
        }
        if (path.startsWith(ORGANISATIONS) && path.endsWith(WATCHLIST)) {
            return limits.maxWatchlist().asLongValue();
        }
        if (path.startsWith(OWN_FEEDBACK) && path.endsWith(ATTACHMENTS)) {
            return limits.maxAttachment().asLongValue();
        }
        return (path.equals(CATALOGUE_FILES) ? limits.maxCatalogueFile() : limits.maxBody()).asLongValue();
    }

    private static boolean exceeds(String declared, long limit) {
        try {
            return Long.parseLong(declared.strip()) > limit;
        } catch (NumberFormatException absurd) {
            return true;
        }
    }
}
