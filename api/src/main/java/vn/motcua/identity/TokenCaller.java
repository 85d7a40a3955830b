package vn.motcua.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The caller of this request, read from the bearer token. */
@RequestScoped
class TokenCaller implements Caller {
    private final JsonWebToken token;
    private final PersonKeys personKeys;

    @Context
    HttpHeaders headers;

    TokenCaller(JsonWebToken token, PersonKeys personKeys) {
        this.token = token;
        this.personKeys = personKeys;
    }

    @Override
    public Language language() {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public PersonKey person() {
        return text("personalId")
                .map(personKeys::ofPersonalId)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.FORBIDDEN,
                        "Tài khoản chưa liên kết số định danh cá nhân. Hãy đăng nhập bằng tài khoản định danh điện tử.",
                        "This account has no personal ID number. Sign in with an electronic identity account."));
    }

    @Override
    public Optional<AgencyCode> agency() {
        return text("agency").flatMap(AgencyCode::parse);
    }

    @Override
    public Optional<String> organisation() {
        return text("organisation");
    }

    @Override
    public void requireAgency(AgencyCode code) {
        if (agency().filter(own -> own.covers(code)).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_YOUR_AGENCY,
                    "Bạn chỉ xem và gửi được dữ liệu của cơ quan mình và các đơn vị trực thuộc.",
                    "You can see and send data of your own agency and the units below it only.");
        }
    }

    @Override
    public void requireOrganisation(String code) {
        if (organisation().filter(code::equals).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.NOT_YOUR_ORGANISATION,
                    "Bạn chỉ xem được hồ sơ của tổ chức mình.",
                    "You can see the dossiers of your own organisation only.");
        }
    }

    private Optional<String> text(String claim) {
        return token.getRawToken() == null ? Optional.empty() : token.<String>claim(claim);
    }
}
