package vn.motcua.notification;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.motcua.openapi.PersonKey;

/** SQL of preferences. Only what is switched off is kept; a kind that comes later is on. */
@ApplicationScoped
class PreferenceStore {
    private static final String FIND = """
            select push, muted_kinds, muted_agencies, quiet_from, quiet_to, zone, lock_screen
            from notification.preference
            where person_key = $1
            """;
    private static final String PUT = """
            insert into notification.preference
                (person_key, push, muted_kinds, muted_agencies, quiet_from, quiet_to, zone, lock_screen)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (person_key) do update
            set push = excluded.push, muted_kinds = excluded.muted_kinds, muted_agencies = excluded.muted_agencies,
                quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, zone = excluded.zone,
                lock_screen = excluded.lock_screen, updated_at = now()
            """;

    private final Pool pool;

    PreferenceStore(Pool pool) {
        this.pool = pool;
    }

    /** The defaults for somebody who never chose. */
    Uni<Preferences> find(PersonKey person) {
        return pool.preparedQuery(FIND).execute(Tuple.of(person.value())).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? preferences(row.next()) : Preferences.usual();
        });
    }

    Uni<Void> put(PersonKey person, Preferences wish) {
        var hours = wish.quietHours();
        return pool.preparedQuery(PUT)
                .execute(Tuple.tuple()
                        .addUUID(person.value())
                        .addBoolean(wish.push())
                        .addArrayOfString(off(wish.kinds(), Enum::name))
                        .addArrayOfString(off(wish.agencies(), Function.identity()))
                        .addLocalTime(hours == null ? null : LocalTime.parse(hours.from()))
                        .addLocalTime(hours == null ? null : LocalTime.parse(hours.to()))
                        .addString(hours == null ? PreferencesInput.VIETNAM : hours.zone())
                        .addString(wish.lockScreen().name()))
                .replaceWithVoid();
    }

    private static <T> String[] off(Map<T, Boolean> switches, Function<T, String> name) {
        return switches.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(one -> name.apply(one.getKey()))
                .sorted()
                .toArray(String[]::new);
    }

    private static Preferences preferences(Row row) {
        var from = row.getLocalTime("quiet_from");
        var hours = from == null
                ? null
                : new Preferences.Hours(
                        from.toString(), row.getLocalTime("quiet_to").toString(), row.getString("zone"));
        var mutedKinds = List.of(row.getArrayOfStrings("muted_kinds"));
        return new Preferences(
                row.getBoolean("push"),
                Arrays.stream(Notice.Kind.values())
                        .filter(kind -> mutedKinds.contains(kind.name()))
                        .collect(toMap(Function.identity(), kind -> false)),
                Arrays.stream(row.getArrayOfStrings("muted_agencies"))
                        .collect(toMap(Function.identity(), code -> false)),
                hours,
                LockScreen.valueOf(row.getString("lock_screen")));
    }
}
