package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What is usual, for the agencies of one round: what concerns the whole country is read once. */
final class Baselines {
    /** How far back arrivals and satisfaction count as usual. */
    private static final int DAYS = 90;

    private final WatchStore store;
    private final SqlConnection transaction;
    private final Usual usual;
    private final LocalDate since;
    private final Map<String, Uni<Country>> countries = new HashMap<>();

    private Baselines(WatchStore store, SqlConnection transaction, Usual usual, LocalDate since) {
        this.store = store;
        this.transaction = transaction;
        this.usual = usual;
        this.since = since;
    }

    /** Of one version of a questionnaire. */
    private record Country(Map<String, Long> patterns, Usual.Funnel funnel) {}

    static Uni<Baselines> of(WatchStore store, SqlConnection transaction, LocalDate today) {
        var since = today.minusDays(DAYS);
        return store.arrivals(transaction, since)
                .map(arrivals -> new Baselines(store, transaction, new Usual(arrivals, since), since));
    }

    /** Last day of which the agency's ratings are known, or null. */
    LocalDate last(String agency) {
        return usual.last(agency);
    }

    Uni<Baseline> of(Mixer.Pile pile) {
        return country(pile)
                .chain(country -> store.patterns(transaction, pile.agency(), pile)
                        .map(own -> new Baseline(
                                usual.workdays(pile.agency()),
                                usual.weekends(pile.agency()),
                                usual.rate(),
                                usual.unrest(),
                                own,
                                minus(country.patterns(), own),
                                usual.fast(),
                                country.funnel().satisfied(),
                                country.funnel().spread())));
    }

    private Uni<Country> country(Mixer.Pile pile) {
        return countries.computeIfAbsent(
                pile.questionnaire() + "/" + pile.version(),
                asked -> store.patterns(transaction, "", pile)
                        .chain(patterns -> store.satisfied(transaction, pile, since.withDayOfMonth(1))
                                .map(satisfied -> new Country(patterns, Usual.funnel(satisfied))))
                        .memoize()
                        .indefinitely());
    }

    private static Map<String, Long> minus(Map<String, Long> all, Map<String, Long> own) {
        var others = new HashMap<String, Long>();
        all.forEach((pattern, ratings) -> {
            long left = ratings - own.getOrDefault(pattern, 0L);
            if (left > 0) {
                others.put(pattern, left);
            }
        });
        return others;
    }
}
