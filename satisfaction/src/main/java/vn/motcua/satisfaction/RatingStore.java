package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;

/** SQL of ratings. */
@Singleton
class RatingStore {
    /**
     * Use the ticket, keep the rating, count it; one statement, so that the counters of a busy agency are locked for one
     * round trip only. The ticket forgets what it knew: of the day on which the dossier ended nothing is left, as its last
     * day is moved to the end of the month. Factors are counted in sorted order: ratings of one agency queue, never in a ring.
     */
    private static final String REDEEM = """
            with used as (
                update satisfaction.ticket
                set redeemed = true,
                    answers_mac = $2,
                    agency = null,
                    procedure = null,
                    field = null,
                    outcome = null,
                    channel = null,
                    ended_month = null,
                    expires_on = (date_trunc('month', expires_on) + interval '1 month - 1 day')::date
                where ticket_hash = $1
                returning
                    old.questionnaire, old.version, old.agency, old.procedure, old.field, old.outcome, old.channel,
                    old.ended_month as month
            ), rated as (
                insert into satisfaction.rating (
                    questionnaire, version, agency, procedure, field, outcome, channel, month,
                    access, procedures, officials, result, feedback, overall)
                select
                    questionnaire, version, agency, procedure, field, outcome, channel, month,
                    $3::smallint, $4::smallint, $5::smallint, $6::smallint, $7::smallint, $8::smallint
                from used
            )
            insert into satisfaction.factor_count as c (
                questionnaire, version, agency, month, field, outcome, channel, factor,
                level1, level2, level3, level4, level5)
            select
                u.questionnaire, u.version, u.agency, u.month, u.field, u.outcome, u.channel, a.factor,
                (a.level = 1)::int, (a.level = 2)::int, (a.level = 3)::int, (a.level = 4)::int, (a.level = 5)::int
            from used u
            cross join (
                values
                    ('ACCESS', $3::smallint), ('PROCEDURE', $4), ('OFFICIALS', $5),
                    ('RESULT', $6), ('FEEDBACK', $7), ('OVERALL', $8)
            ) as a (factor, level)
            where a.level is not null
            order by a.factor
            on conflict (questionnaire, version, agency, month, field, outcome, channel, factor)
            do update set
                level1 = c.level1 + excluded.level1,
                level2 = c.level2 + excluded.level2,
                level3 = c.level3 + excluded.level3,
                level4 = c.level4 + excluded.level4,
                level5 = c.level5 + excluded.level5
            """;

    /** Runs in the transaction that holds the ticket's lock, once for each ticket. */
    Uni<Void> redeem(SqlConnection transaction, byte[] ticketHash, byte[] answersMac, Map<Factor, Integer> answers) {
        var parameters = Tuple.tuple().addValue(Buffer.buffer(ticketHash)).addValue(Buffer.buffer(answersMac));
        for (var factor : Factor.values()) {
            var level = answers.get(factor);
            parameters.addShort(level == null ? null : level.shortValue());
        }
        return transaction.preparedQuery(REDEEM).execute(parameters).replaceWithVoid();
    }
}
