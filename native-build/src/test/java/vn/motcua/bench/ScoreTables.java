package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import vn.motcua.local.LocalPostgres;

/**
 * Fills the rating tables in SQL, in the shape that the mixing leaves: a province with 98 communes and 24 months, ratings
 * spread evenly. A commune with fewer than ten ratings a month is published every few months, as the mixing would.
 */
final class ScoreTables {
    static final String PROVINCE = "H98";
    static final int COMMUNES = 98;
    static final int MONTHS = 24;

    /** The key is built afterwards: ten million random keys one by one would take most of the time. */
    private static final String RATINGS = """
            insert into satisfaction.rating (
                questionnaire, version, agency, month, field, procedure, outcome, channel, answers)
            select
                'SHORT', 1, '%1$s.' || lpad((r %% %2$d + 1)::text, 3, '0'),
                (date_trunc('month', current_date) - make_interval(months => %3$d - 1 - least(
                    %3$d - 1,
                    (r / %2$d * %3$d / per_commune) / block * block + block - 1)))::date,
                case when block = 1 then 'F' || (r / %2$d %% 10) else '*' end, '*', 'RETURNED', 'ONLINE',
                array[
                    1 + (hashint8(r + 6) & 2147483647) %% 5, 1 + (hashint8(r + 1) & 2147483647) %% 5, 1 + (hashint8(r + 2) & 2147483647) %% 5,
                    4 + (hashint8(r + 3) & 2147483647) %% 2, 3 + (hashint8(r + 4) & 2147483647) %% 3, 1 + (hashint8(r + 5) & 2147483647) %% 5]::smallint[]
            from generate_series(0, %4$d - 1) as r,
                lateral (select %4$d / %2$d as per_commune) p,
                lateral (select greatest(1, ceil(10.0 * %3$d / per_commune))::int as block) b
            """;

    private static final String ATOMS = """
            insert into satisfaction.atom
            select
                row_number() over (), current_date, 'SHORT', 1, agency, month, field, '*', 'RETURNED', 'ONLINE', item,
                l[1], l[2], l[3], l[4], l[5], (l[4] + l[5]) / 2, (l[1] + l[2] + l[3]) / 2
            from (
                select agency, month, field, item, array[
                    count(*) filter (where level = 1), count(*) filter (where level = 2), count(*) filter (where level = 3),
                    count(*) filter (where level = 4), count(*) filter (where level = 5)] as l
                from satisfaction.rating
                cross join lateral (
                    values ('ACCESS', answers[1]), ('PROCEDURE', answers[2]), ('OFFICIALS', answers[3]),
                        ('RESULT', answers[4]), ('FEEDBACK', answers[5]), ('OVERALL', answers[6])) as a (item, level)
                group by agency, month, field, item
            ) counted
            """;

    private static final String SPANS = """
            cross join lateral (
                values (1, e.month), (3, date_trunc('quarter', e.month)::date), (12, date_trunc('year', e.month)::date)
            ) as s (span, month)
            """;

    private static final String BOARD = """
            insert into satisfaction.board (
                agency, dimension, key, span, month, questionnaire, version, item,
                level1, level2, level3, level4, level5, both_satisfied, overall_only)
            select
                e.agency, d.dimension, d.key, s.span, s.month, 'SHORT', 1, e.item,
                sum(e.level1), sum(e.level2), sum(e.level3), sum(e.level4), sum(e.level5),
                sum(e.both_satisfied), sum(e.overall_only)
            from satisfaction.atom e
            cross join lateral (
                values ('TOTAL', ''), ('FIELD', e.field), ('OUTCOME', e.outcome), ('CHANNEL', e.channel)
            ) as d (dimension, key)
            """ + SPANS + """
            where d.key <> '*'
            group by 1, 2, 3, 4, 5, 8
            """;

    /** Half of the people answered. */
    private static final String FINISHED = """
            insert into satisfaction.finished_board (
                agency, dimension, key, span, month, questionnaire, version, finished)
            select e.agency, 'TOTAL', '', s.span, s.month, 'SHORT', 1, sum(e.n)
            from (
                select '%1$s.' || lpad(c::text, 3, '0') as agency,
                    (date_trunc('month', current_date) - make_interval(months => m))::date as month,
                    2 * %4$d / %2$d / %3$d as n
                from generate_series(1, %2$d) c, generate_series(0, %3$d - 1) m
            ) e
            """ + SPANS + "group by 1, 4, 5";

    private ScoreTables() {}

    static void fill(LocalPostgres postgres, int ratings) {
        try (var connection = postgres.connectAsOwner()) {
            run(connection, "alter table satisfaction.rating drop constraint rating_pkey");
            run(connection, "drop index satisfaction.rating_agency_month");
            run(connection, RATINGS.formatted(PROVINCE, COMMUNES, MONTHS, ratings));
            run(connection, "alter table satisfaction.rating add primary key (id)");
            run(connection, "create index rating_agency_month on satisfaction.rating (agency, month)");
            run(connection, ATOMS);
            run(connection, BOARD);
            run(connection, FINISHED.formatted(PROVINCE, COMMUNES, MONTHS, ratings));
            for (var table : new String[] {"rating", "atom", "board", "finished_board"}) {
                run(connection, "vacuum analyze satisfaction." + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rating tables cannot be filled: have they changed?", e);
        }
    }

    static long count(LocalPostgres postgres, String table) {
        try (var connection = postgres.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from satisfaction." + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
