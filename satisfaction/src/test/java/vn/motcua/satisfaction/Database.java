package vn.motcua.satisfaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.LocalParts;

/** A look into the database as its owner. */
final class Database {
    private Database() {}

    static void execute(String sql, String parameter) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }

    static long count(String tableAndCondition, String parameter) throws SQLException {
        return Long.parseLong(rows("select count(*) from satisfaction." + tableAndCondition, parameter)
                .getFirst()
                .getFirst());
    }

    static long sum(String table, String expression, String agency) throws SQLException {
        var sql = "select coalesce(sum(%s), 0) from satisfaction.%s where agency = ?".formatted(expression, table);
        return Long.parseLong(rows(sql, agency).getFirst().getFirst());
    }

    /** All values as text; null stays null. */
    static List<List<String>> rows(String sql, String parameter) throws SQLException {
        try (var connection = LocalParts.postgres().connectAsOwner();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var result = statement.executeQuery();
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
