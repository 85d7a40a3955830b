package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Announces to followers that procedures changed, in the transaction that changes them. */
@ApplicationScoped
public class ProcedureNews {
    /** A procedure that was amended or abolished. */
    public record Changed(String code, String name, boolean abolished) {}

    // One announcement for each procedure that has followers. Of a release that changes very many, an administrator
    // says
    // whether people are told: it may be a change of form only. All have one subject, so a phone shows the last one.
    private static final String ANNOUNCE = """
            with changed as (
                select *
                from unnest($1::uuid[], $2::text[], $3::text[], $4::bool[]) as changed (id, code, name, abolished)
                where exists (select from notification.followed_procedure where procedure_code = changed.code)
            ), worded as (
                select id, code,
                       jsonb_build_object(
                           'procedureCode', code, 'procedure', name,
                           'changeVi', case when abolished then 'đã bị bãi bỏ' else 'đã được sửa đổi' end,
                           'changeEn', case when abolished then 'was abolished' else 'was amended' end,
                           'changedOn', to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')) as variables
                from changed
            )
            insert into notification.broadcast
                (id, kind, template_version, variables, subject, agency, audience, audience_code, fingerprint, start_at,
                 hours_from, hours_to, spread_seconds, state, paused_at, next_slice_at, created_by)
            select id, 'PROCEDURE_CHANGED',
                   coalesce((select max(version) from notification.template where kind = 'PROCEDURE_CHANGED'), $5),
                   variables, 'PROCEDURE_CHANGED', $6, 'FOLLOWERS', code,
                   sha256(convert_to(concat_ws(' ', 'FOLLOWERS', code, variables::text), 'UTF8')), now(), $9, $10,
                   0, 'PLANNING', case when (select count(*) from worded) > $7 then now() end, now(), $8
            from worded
            on conflict (fingerprint) where state in ('PLANNING', 'RUNNING') do nothing
            """;

    private final BroadcastConfig config;

    ProcedureNews(BroadcastConfig config) {
        this.config = config;
    }

    /** Answers how many announcements this makes. */
    public Uni<Integer> announce(SqlConnection transaction, List<Changed> changed, String cause) {
        if (changed.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return transaction
                .preparedQuery(ANNOUNCE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(changed.stream()
                                .map(one -> TimeOrderedId.next())
                                .toArray(UUID[]::new))
                        .addArrayOfString(changed.stream().map(Changed::code).toArray(String[]::new))
                        .addArrayOfString(changed.stream().map(Changed::name).toArray(String[]::new))
                        .addArrayOfBoolean(
                                changed.stream().map(Changed::abolished).toArray(Boolean[]::new))
                        .addInteger(Templates.current(Notice.Kind.PROCEDURE_CHANGED))
                        .addString(BroadcastDraft.THE_SERVICE)
                        .addInteger(config.mostPerRelease())
                        .addString(cause)
                        .addLocalTime(config.hoursFrom())
                        .addLocalTime(config.hoursTo()))
                .map(rows -> rows.rowCount());
    }
}
