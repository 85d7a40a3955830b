package vn.motcua.dossier;

import java.sql.SQLException;
import vn.motcua.openapi.LocalParts;

/** What lies in the tables, for tests of what no answer shows. */
final class Tables {
    private Tables() {}

    static Object value(String sql) {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getObject(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static long number(String sql) {
        return ((Number) value(sql)).longValue();
    }
}
