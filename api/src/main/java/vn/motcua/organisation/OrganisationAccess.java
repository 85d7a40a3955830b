package vn.motcua.organisation;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.dossier.DossierHolder;
import vn.motcua.identity.PersonKeys;
import vn.motcua.openapi.OrganisationCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Who may act for the organisation in the address: itself by its token, or somebody it has let in. */
@RequestScoped
class OrganisationAccess {
    /** The organisation of the token: the only way to name one whose code is a person's number, which no address may hold. */
    private static final String ME = "me";

    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");
    private static final Pattern HOUSEHOLD =
            Pattern.compile(DossierHolder.HOUSEHOLD + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final PersonKeys personKeys;
    private final DelegateStore delegates;
    private final OrganisationConfig config;

    OrganisationAccess(
            JsonWebToken token,
            SecurityIdentity identity,
            PersonKeys personKeys,
            DelegateStore delegates,
            OrganisationConfig config) {
        this.token = token;
        this.identity = identity;
        this.personKeys = personKeys;
        this.delegates = delegates;
        this.config = config;
    }

    /** The organisation itself, or a delegate with this scope; else 403, whether or not there is such an organisation. */
    Uni<Acting> require(String typed, Scope scope) {
        var holder = holder(typed);
        if (isOwn(holder)) {
            return Uni.createFrom().item(new Acting(holder, actor(), null));
        }
        var actor = actor();
        return delegates
                .find(holder.key(), person(), own().map(DossierHolder::key).orElse(null), scope)
                .map(found -> found.map(id -> new Acting(holder, actor, id)).orElseThrow(OrganisationAccess::notYours));
    }

    /** The organisation itself and nobody else. */
    Acting requireOwner(String typed) {
        var holder = holder(typed);
        if (!isOwn(holder)) {
            throw notYours();
        }
        return new Acting(holder, actor(), null);
    }

    /** A code as somebody names an organisation: checked for its form, not for its existence. */
    Optional<OrganisationCode> code(String text) {
        return OrganisationCode.parse(text)
                .or(() -> Optional.ofNullable(text)
                        .filter(code -> config.acceptedCodes()
                                .orElse(java.util.Set.of())
                                .contains(code))
                        .map(OrganisationCode::new));
    }

    private DossierHolder holder(String typed) {
        if (typed.equals(ME)) {
            return own().orElseThrow(OrganisationAccess::notYours);
        }
        if (HOUSEHOLD.matcher(typed).matches()) {
            return DossierHolder.household(typed);
        }
        if (PERSONAL_ID.matcher(typed).matches()) {
            throw ProblemException.invalid(
                    "code",
                    "Số định danh cá nhân không được đặt trong địa chỉ. Hãy dùng \"me\".",
                    "A personal ID number must not stand in an address. Use \"me\".");
        }
        return code(typed)
                .<DossierHolder>map(DossierHolder.Firm::new)
                .orElseThrow(() -> ProblemException.invalid(
                        "code",
                        "Mã số thuế gồm 10 chữ số, hoặc 13 viết dạng 10-3, với chữ số kiểm tra đúng. Hãy xem lại.",
                        "A tax code has 10 digits, or 13 written 10-3, with a correct check digit. Check it again."));
    }

    private boolean isOwn(DossierHolder holder) {
        return own().filter(holder::equals).isPresent();
    }

    /** The organisation that the token acts for. */
    private Optional<DossierHolder> own() {
        if (!identity.hasRole(Role.BUSINESS)) {
            return Optional.empty();
        }
        return token.<String>claim("organisation")
                .flatMap(code -> PERSONAL_ID.matcher(code).matches()
                        ? Optional.of(new DossierHolder.Household(personKeys.ofPersonalId(code)))
                        : code(code).map(DossierHolder.Firm::new));
    }

    private UUID person() {
        return token.<String>claim("personalId")
                .map(number -> personKeys.ofPersonalId(number).value())
                .orElse(null);
    }

    private String actor() {
        return token.getSubject() == null ? "-" : token.getSubject();
    }

    private static ProblemException notYours() {
        return ProblemException.of(
                ProblemType.NOT_YOUR_ORGANISATION,
                "Bạn chỉ làm việc được cho tổ chức của mình, hoặc tổ chức đã uỷ quyền việc này cho bạn.",
                "You can act for your own organisation only, or for one that has let you do this.");
    }
}
