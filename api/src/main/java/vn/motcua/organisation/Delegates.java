package vn.motcua.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.identity.PersonKeys;
import vn.motcua.identity.Secrets;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.OrganisationCode;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Lets others act for an organisation, and shows whom it has let in. */
@Singleton
class Delegates {
    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");
    private static final int LONGEST_LABEL = 100;

    private final Pool pool;
    private final DelegateStore store;
    private final AuditStore audit;
    private final PersonKeys personKeys;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final OrganisationConfig config;
    private final Clock clock;

    /** What is sealed of a delegate. */
    @RegisterForReflection
    record Identity(String personalId, String organisation, String label) {}

    Delegates(
            Pool pool,
            DelegateStore store,
            AuditStore audit,
            PersonKeys personKeys,
            Secrets secrets,
            ObjectMapper json,
            OrganisationConfig config,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.audit = audit;
        this.personKeys = personKeys;
        this.secrets = secrets;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    Uni<Delegate> grant(Acting owner, DelegateInput input) {
        check(input);
        var person = input.personalId() == null
                ? null
                : personKeys.ofPersonalId(input.personalId()).value();
        var sealed = sealed(new Identity(input.personalId(), input.organisation(), input.label()));
        return pool.withTransaction(tx -> store.grant(
                        tx,
                        owner.organisation(),
                        person,
                        input.organisation(),
                        sealed,
                        EnumSet.copyOf(input.scopes()),
                        input.expiresAt())
                .call(row -> audit.write(
                        tx, owner, AuditEntry.Action.DELEGATE_GRANTED, row.id().toString()))
                .map(this::opened));
    }

    /** Takes effect with the next request of the delegate. */
    Uni<Void> revoke(Acting owner, UUID id) {
        return pool.withTransaction(tx -> store.revoke(tx, owner.organisation(), id)
                .chain(revoked -> {
                    if (!revoked) {
                        throw ProblemException.of(
                                ProblemType.DELEGATE_NOT_FOUND,
                                "Không có uỷ quyền này hoặc đã bị thu hồi. Hãy xem danh sách.",
                                "There is no such delegation, or it was revoked. See the list.");
                    }
                    return audit.write(tx, owner, AuditEntry.Action.DELEGATE_REVOKED, id.toString());
                }));
    }

    Uni<Page<Delegate>> page(Acting owner, int limit, String cursor) {
        var after = Cursor.decode(cursor, "cursor", 1).map(Delegates::id).orElse(new UUID(0, 0));
        return store.page(owner.organisation(), after, limit + 1)
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.id())))
                .map(page -> new Page<>(page.items().stream().map(this::opened).toList(), page.nextCursor()));
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.key(0));
        } catch (IllegalArgumentException madeUp) {
            throw ProblemException.invalid("cursor", "Con trỏ không đúng.", "Not a cursor of this list.");
        }
    }

    private void check(DelegateInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Hãy gửi người được uỷ quyền.", "Send whom to let in.");
        }
        var errors = new ArrayList<FieldError>();
        if ((input.personalId() == null) == (input.organisation() == null)) {
            errors.add(FieldError.at(
                    "/personalId",
                    "Hãy nêu đúng một: personalId hoặc organisation.",
                    "Name exactly one: personalId or organisation."));
        }
        if (input.personalId() != null
                && !PERSONAL_ID.matcher(input.personalId()).matches()) {
            errors.add(FieldError.at("/personalId", "Phải gồm 12 chữ số.", "Must be 12 digits."));
        }
        if (input.organisation() != null
                && OrganisationCode.parse(input.organisation()).isEmpty()) {
            errors.add(FieldError.at("/organisation", "Không phải mã số thuế đúng.", "Not a correct tax code."));
        }
        if (input.label() != null && input.label().length() > LONGEST_LABEL) {
            errors.add(FieldError.at("/label", "Tối đa 100 ký tự.", "At most 100 characters."));
        }
        if (input.scopes() == null || input.scopes().isEmpty() || input.scopes().contains(null)) {
            errors.add(FieldError.at("/scopes", "Hãy nêu ít nhất một phạm vi.", "Name at least one scope."));
        }
        var now = OffsetDateTime.now(clock);
        if (input.expiresAt() == null
                || !input.expiresAt().isAfter(now)
                || input.expiresAt().isAfter(now.plus(config.longestDelegation()))) {
            var days = config.longestDelegation().toDays();
            errors.add(FieldError.at(
                    "/expiresAt",
                    "Phải ở tương lai, tối đa %d ngày.".formatted(days),
                    "Must lie in the future, at most %d days ahead.".formatted(days)));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private byte[] sealed(Identity identity) {
        try {
            return secrets.encrypt(json.writeValueAsString(identity));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a delegate is plain data", e);
        }
    }

    private Delegate opened(DelegateStore.Stored row) {
        try {
            var identity = json.readValue(secrets.decrypt(row.sealed()), Identity.class);
            return new Delegate(
                    row.id(),
                    masked(identity.personalId()),
                    identity.organisation(),
                    identity.label(),
                    row.scopes(),
                    row.grantedAt(),
                    row.expiresAt(),
                    row.revokedAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed delegate cannot be read", e);
        }
    }

    private static String masked(String personalId) {
        return personalId == null ? null : personalId.substring(0, 3) + "*****" + personalId.substring(8);
    }
}
