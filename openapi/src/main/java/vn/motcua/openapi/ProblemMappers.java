package vn.motcua.openapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure becomes one problem of the closed list; nothing else ever leaves the service as an error. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException problem, HttpHeaders headers) {
        return response(problem, Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadable(JacksonException failure, HttpHeaders headers) {
        return problem(ofJson(failure), headers);
    }

    /** The framework has a mapper of its own for exactly this type, which answers in another shape. */
    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
        return unreadable(failure, headers);
    }

    /** The framework's own refusals (wrong path, method, media type, parameter), said in our words. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, HttpHeaders headers) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return unreadable(json, headers);
            }
            if (cause instanceof ProblemException problem) {
                return problem(problem, headers);
            }
        }
        return failure.getResponse().getStatus() >= 500 ? fault(failure, headers) : problem(ofStatus(failure), headers);
    }

    @ServerExceptionMapper
    public Response fault(Throwable failure, HttpHeaders headers) {
        var traceId = UUID.randomUUID().toString();
        LOG.errorf(failure, "request failed, trace %s", traceId);
        var problem = ProblemException.of(
                ProblemType.INTERNAL_ERROR,
                "Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo cho chúng tôi kèm mã traceId.",
                "Try again in a few minutes. If it fails again, report it with the traceId.");
        var language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(500)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(problem, language).withTraceId(traceId))
                .build();
    }

    /** The answer for a problem, in one language. */
    public static Response response(ProblemException problem, Language language) {
        var response = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(Problem.of(problem, language));
        problem.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return response.build();
    }

    /** What is wrong with a JSON body, and where. Never quotes the value: it may be personal. */
    public static ProblemException ofJson(JacksonException failure) {
        if (!(failure instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return ProblemException.of(
                    ProblemType.MALFORMED_BODY,
                    "Nội dung phải là JSON đúng cú pháp, mã hoá UTF-8, và đúng kiểu mà tài liệu mô tả.",
                    "The body must be well-formed JSON in UTF-8, of the type that the contract describes.");
        }
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return failure instanceof UnrecognizedPropertyException
                ? ProblemException.invalid(
                        pointer.toString(), "Không có trường này. Hãy bỏ đi.", "There is no such field. Leave it out.")
                : ProblemException.invalid(
                        pointer.toString(),
                        "Giá trị không đúng kiểu hoặc định dạng.",
                        "The value has the wrong type or format.");
    }

    /** A pointer names at most 100 characters of a field the client made up, without control characters. */
    private static String escaped(String name) {
        var clean = name.codePoints()
                .filter(c ->
                        !Character.isISOControl(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemException ofStatus(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 401 ->
                ProblemException.of(
                        ProblemType.UNAUTHORIZED,
                        "Hãy gửi mã truy cập (access token) còn hạn trong tiêu đề Authorization.",
                        "Send a valid access token in the Authorization header.");
            case 403 ->
                ProblemException.of(
                        ProblemType.FORBIDDEN,
                        "Hãy dùng tài khoản có vai trò phù hợp.",
                        "Use an account with the right role.");
            case 404 -> notFound(failure);
            case 405 ->
                ProblemException.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "Hãy xem tài liệu để biết phương thức đúng.",
                        "See the contract for the right method.");
            case 406 ->
                ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "Hãy đổi tiêu đề Accept sang một định dạng mà tài liệu nêu.",
                        "Set Accept to one of the formats in the contract.");
            case 413 ->
                ProblemException.of(
                        ProblemType.BODY_TOO_LARGE,
                        "Hãy gửi nội dung nhỏ hơn hoặc chia thành nhiều phần.",
                        "Send a smaller body or split it.");
            case 415 ->
                ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Hãy đặt Content-Type theo tài liệu, thường là application/json.",
                        "Set Content-Type as in the contract, usually application/json.");
            default ->
                ProblemException.of(
                        ProblemType.MALFORMED_BODY,
                        "Hãy kiểm tra lại yêu cầu theo tài liệu.",
                        "Check the request against the contract.");
        };
    }

    /** A parameter that cannot be converted reaches us as 404 with a cause; it is bad input, not a missing page. */
    private static ProblemException notFound(WebApplicationException failure) {
        return failure instanceof NotFoundException && failure.getCause() != null
                ? ProblemException.of(
                        ProblemType.INVALID_INPUT,
                        "Một tham số có giá trị không đúng kiểu. Hãy xem tài liệu.",
                        "A parameter has a value of the wrong type. See the contract.")
                : ProblemException.of(
                        ProblemType.NOT_FOUND, "Hãy kiểm tra lại địa chỉ.", "Check the address against the contract.");
    }
}
