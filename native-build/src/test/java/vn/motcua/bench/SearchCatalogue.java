package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import vn.motcua.local.Home;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * The catalogue that is searched: the national one where the checkout has it beside it, else the demo's; grown to more records
 * by titles of other places and by titles made of the halves of two. And what the peers search: the same records, folded.
 */
final class SearchCatalogue {
    private static final Path NATIONAL = Path.of("..", "shared", "data", "procedures.json");
    private static final Path DEMO = Path.of("demo", "catalogue.ndjson");
    private static final Path QUERIES = Path.of("api", "src", "test", "resources", "search", "judged-queries.tsv");
    private static final int MORE_TITLES = 300;

    /** A table and not a part of the next statement: its rows are found by their place, 200,000 times. */
    private static final String BASE = """
            create temporary table base on commit drop as
                select row_number() over (order by code) - 1 as place, record, valid_from,
                       string_to_array(record ->> 'name', ' ') as words
                  from catalogue.procedure_version
                 where valid_to is null and change <> 'ABOLISHED' and not internal;
            alter table base add primary key (place);
            analyze base
            """;

    private static final String GROW = """
            with grown as (
                select '9.' || lpad(i::text, 6, '0') as code, a.record, a.valid_from,
                       case when i % 2 = 0
                            then array_to_string(a.words, ' ') || ' tại ' || (array['Hà Nội', 'Huế', 'Đà Nẵng', 'Cần Thơ',
                                 'Cà Mau', 'Lào Cai', 'Nghệ An', 'Đồng Nai', 'Tây Ninh', 'Sơn La', 'Quảng Trị'])[i % 11 + 1]
                                 || ' ' || i % 47
                            else array_to_string(a.words[1 : cardinality(a.words) / 2 + i % 3], ' ') || ' '
                                 || array_to_string(b.words[cardinality(b.words) / 2 :], ' ')
                       end as name
                  from (select count(*) as size from base) counted
                 cross join generate_series(1, ?) i
                  join base a on a.place = (i * 7919::bigint) % counted.size
                  join base b on b.place = (i * 104729::bigint + 13) % counted.size)
            insert into catalogue.procedure_version (code, number, valid_from, release_id, change, internal, record, checksum)
            select code, 1, valid_from, ?, 'NEW', false,
                   record || jsonb_build_object('code', code, 'name', name), md5(code)
              from grown
            """;

    private static final String PEERS = """
            create extension if not exists pg_trgm;
            create schema peer;
            create table peer.procedure (code text primary key, name text, title text, more text, words tsvector);
            grant usage on schema peer to public;
            grant select on peer.procedure to public
            """;

    private static final String PUBLISHED = """
            select code, record ->> 'name' as name,
                   concat_ws(' ', record -> 'keywords', record -> 'field' ->> 'name',
                             jsonb_path_query_array(record, '$.results[*].name'),
                             jsonb_path_query_array(record, '$.components[*].items[*].name')) as more
              from catalogue.procedure_version
             where valid_to is null and change <> 'ABOLISHED' and not internal
            """;

    private static final String INDEX = """
            update peer.procedure
               set words = setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', more), 'D');
            create index on peer.procedure using gin (words);
            create index on peer.procedure using gin (title gin_trgm_ops);
            vacuum analyze peer.procedure
            """;

    private final LocalPostgres postgres;

    SearchCatalogue(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    /** Publishes through the front door, then grows in SQL. Returns how many records there are. */
    int fill(Server service, TokenMint mint, int records) {
        publish(service, mint);
        try (var owner = postgres.connectAsOwner()) {
            int more = records - count(owner);
            if (more > 0) {
                release(owner, more);
            }
            return count(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue cannot be grown: have the tables changed?", e);
        }
    }

    /** One more release: how long from its commit until the service answers with it, in milliseconds. */
    long republished(Server service) {
        try (var owner = postgres.connectAsOwner()) {
            long release = release(owner, 0);
            long start = System.nanoTime();
            awaitServed(service, release);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } catch (SQLException e) {
            throw new IllegalStateException("no release can be published: have the tables changed?", e);
        }
    }

    private static long release(Connection owner, int more) throws SQLException {
        owner.setAutoCommit(false);
        long release;
        try (var sql = owner.createStatement();
                var row = sql.executeQuery("""
                        insert into catalogue.release (mode, added, amended, abolished, unchanged, refused)
                        values ('MERGE', 0, 0, 0, 0, 0) returning id
                        """)) {
            row.next();
            release = row.getLong(1);
        }
        try (var base = owner.createStatement();
                var grow = owner.prepareStatement(GROW)) {
            base.execute(BASE);
            grow.setInt(1, more);
            grow.setLong(2, release);
            grow.executeUpdate();
        }
        try (var sql = owner.createStatement()) {
            sql.execute("select pg_notify('catalogue_release', '" + release + "')");
        }
        owner.commit();
        owner.setAutoCommit(true);
        return release;
    }

    void awaitServed(Server service) {
        try (var owner = postgres.connectAsOwner();
                var sql = owner.createStatement();
                var row = sql.executeQuery("select max(id) from catalogue.release")) {
            row.next();
            awaitServed(service, row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitServed(Server service, long release) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!ready(service).replace(" ", "").contains("\"release\":" + release)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("release " + release + " is not served\n" + service.lastLines());
            }
        }
    }

    private static String ready(Server service) {
        try (var http = new HttpConnection(service.port())) {
            return new String(http.get("/q/health/ready"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the peers search. */
    void fillPeers() {
        try (var owner = postgres.connectAsOwner();
                var sql = owner.createStatement()) {
            sql.execute(PEERS);
            owner.setAutoCommit(false);
            try (var rows = sql.executeQuery(PUBLISHED);
                    var insert = owner.prepareStatement(
                            "insert into peer.procedure (code, name, title, more) values (?, ?, ?, ?)")) {
                while (rows.next()) {
                    insert.setString(1, rows.getString("code"));
                    insert.setString(2, rows.getString("name"));
                    insert.setString(3, folded(rows.getString("name")));
                    insert.setString(4, folded(rows.getString("more")));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            owner.commit();
            owner.setAutoCommit(true);
            for (var statement : INDEX.split(";")) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the peers' table cannot be filled", e);
        }
    }

    /** What people type: the judged queries, and titles of the catalogue. */
    List<String> queries() {
        try (var owner = postgres.connectAsOwner();
                var sql = owner.createStatement();
                var rows = sql.executeQuery("""
                        select record ->> 'name' as name
                          from catalogue.procedure_version
                         where valid_to is null and not internal and char_length(record ->> 'name') <= 100
                         order by md5(code)
                         limit %d
                        """.formatted(MORE_TITLES))) {
            var typed = new ArrayList<String>();
            for (var line : Files.readAllLines(Home.checkout().resolve(QUERIES))) {
                if (!line.startsWith("#") && !line.startsWith("id\t")) {
                    typed.add(line.split("\t")[1]);
                }
            }
            while (rows.next()) {
                typed.add(rows.getString("name"));
            }
            Collections.shuffle(typed, new Random(7));
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a phone sends while people type: beginnings of the queries, a letter or some at a time. */
    static List<String> beginnings(List<String> queries) {
        var random = new Random(11);
        var typed = new ArrayList<String>();
        for (var query : queries) {
            for (int to = 1 + random.nextInt(3); to <= query.length(); to += 1 + random.nextInt(6)) {
                typed.add(query.substring(0, to));
            }
        }
        Collections.shuffle(typed, random);
        typed.removeIf(String::isBlank);
        return typed;
    }

    private static void publish(Server service, TokenMint mint) {
        var file = Home.checkout().resolve(NATIONAL);
        boolean whole = Files.exists(file);
        var token = mint.token("bench-admin", "admin", Map.of());
        try (var http = new HttpConnection(service.port())) {
            var answer = http.post(
                    "/v1/admin/catalogue/releases",
                    whole ? "application/json" : "application/x-ndjson",
                    Files.readAllBytes(whole ? file : Home.checkout().resolve(DEMO)),
                    "Authorization: Bearer " + token + "\r\n");
            if (http.status() != 201) {
                throw new IllegalStateException(
                        "not published: " + http.status() + " " + new String(answer, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Connection owner) throws SQLException {
        try (var sql = owner.createStatement();
                var row = sql.executeQuery("select count(*) from catalogue.procedure_version where valid_to is null")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
