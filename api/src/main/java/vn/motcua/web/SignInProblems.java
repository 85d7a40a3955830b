package vn.motcua.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemMappers;
import vn.motcua.openapi.ProblemType;

/** Missing, damaged, expired or foreign tokens (401) and missing roles (403), as problems. */
public class SignInProblems {
    @ServerExceptionMapper
    public Response noToken(UnauthorizedException none, HttpHeaders headers) {
        return unauthorized(headers);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException bad, HttpHeaders headers) {
        return unauthorized(headers);
    }

    @ServerExceptionMapper
    public Response noRole(ForbiddenException none, HttpHeaders headers) {
        var problem = ProblemException.of(
                ProblemType.FORBIDDEN,
                "Hãy dùng tài khoản có vai trò phù hợp với thao tác này.",
                "Use an account with the role that this operation asks for.");
        return ProblemMappers.response(problem, language(headers));
    }

    private static Response unauthorized(HttpHeaders headers) {
        var problem = ProblemException.of(
                ProblemType.UNAUTHORIZED,
                "Hãy đăng nhập lại và gửi mã truy cập (access token) còn hạn trong tiêu đề Authorization.",
                "Sign in again and send a valid access token in the Authorization header.");
        return Response.fromResponse(ProblemMappers.response(problem, language(headers)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Language language(HttpHeaders headers) {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
