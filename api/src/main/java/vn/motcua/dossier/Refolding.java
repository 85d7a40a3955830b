package vn.motcua.dossier;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.motcua.catalogue.ProceduresAt;
import vn.motcua.dossier.DossierNews.Told;
import vn.motcua.dossier.Dossiers.Refolded;
import vn.motcua.dossier.Receptions.Refold;

/** Folds the dossiers of a batch again and writes them: those that stand alone first, then the parents of what changed. */
@Singleton
class Refolding {
    private static final Predicate<Refolded> IS_NEW = d -> d.before().former().status() == null;

    private final DossierStore store;
    private final FoldRules rules;
    private final Receptions receptions;
    private final DueDates dueDates;
    private final DossierNews news;

    Refolding(DossierStore store, DossierConfig config, Receptions receptions, DueDates dueDates, DossierNews news) {
        this.store = store;
        this.rules = config.foldRules();
        this.receptions = receptions;
        this.dueDates = dueDates;
        this.news = news;
    }

    /** What was written, and what follows from it for others. */
    record Written(List<Refolded> dossiers, Told told) {
        static final Written NOTHING = new Written(List.of(), Told.NOTHING);

        Written and(Written more) {
            if (dossiers.isEmpty() || more.dossiers.isEmpty()) {
                return dossiers.isEmpty() ? more : this;
            }
            return new Written(
                    Stream.concat(dossiers.stream(), more.dossiers.stream()).toList(), told.and(more.told));
        }

        Set<String> missedOf(Set<String> codes) {
            var missed = new HashSet<>(codes);
            dossiers.forEach(d -> missed.remove(d.dossier().code()));
            return missed;
        }
    }

    /** Writes every dossier that the batch changed as it is now. */
    Uni<Written> settle(SqlConnection tx, Batch batch) {
        var parents = new HashSet<>(batch.parents());
        var alone = batch.appended().codes().stream()
                .filter(code -> !parents.contains(code))
                .collect(toSet());
        return single(tx, batch, alone, parents).chain(written -> {
            for (var d : written.dossiers()) {
                Stream.of(d.dossier().facts().parentCode(), d.before().former().parentCode())
                        .filter(code -> code != null)
                        .forEach(parents::add);
            }
            return families(tx, batch, parents).map(written::and);
        });
    }

    /** Those that another batch made at the same moment are folded once more, with its events. */
    private Uni<Written> single(SqlConnection tx, Batch batch, Set<String> codes, Set<String> parents) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(Written.NOTHING);
        }
        return folded(tx, batch, codes)
                .chain(dossiers -> {
                    var childless = new ArrayList<Refolded>();
                    for (var d : dossiers) {
                        if (d.before().former().hasChildren()) {
                            parents.add(d.dossier().code());
                        } else {
                            childless.add(d);
                        }
                    }
                    return write(tx, childless, false);
                })
                .chain(written -> {
                    var missed = written.missedOf(codes);
                    missed.removeAll(parents);
                    return single(tx, batch, missed, parents).map(written::and);
                });
    }

    private Uni<Written> families(SqlConnection tx, Batch batch, Set<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(Written.NOTHING);
        }
        return store.lock(tx, codes)
                .chain(before -> foldedParents(tx, batch, codes, before))
                .chain(parents -> write(tx, parents.withChildren(), true)
                        .chain(written -> write(tx, parents.without(), false).map(written::and))
                        .chain(written -> families(tx, batch, written.missedOf(parents.codes()))
                                .map(written::and)));
    }

    private record Parents(List<Refolded> withChildren, List<Refolded> without) {
        Set<String> codes() {
            return Stream.concat(withChildren.stream(), without.stream())
                    .map(d -> d.dossier().code())
                    .collect(toSet());
        }
    }

    private Uni<Parents> foldedParents(SqlConnection tx, Batch batch, Set<String> codes, Map<String, Standing> before) {
        return folded(tx, batch, codes)
                .chain(own -> store.children(tx, codes).map(children -> {
                    var ownByCode = own.stream().collect(toMap(d -> d.dossier().code(), d -> d));
                    var families = children.stream().collect(groupingBy(Child::parentCode));
                    var parents = families.entrySet().stream()
                            .map(family -> parent(
                                    family.getKey(),
                                    ownByCode.get(family.getKey()),
                                    before.getOrDefault(family.getKey(), Standing.NONE),
                                    family.getValue()))
                            .toList();
                    var without = own.stream()
                            .filter(d -> !families.containsKey(d.dossier().code()))
                            .toList();
                    return new Parents(parents, without);
                }));
    }

    private static Refolded parent(String code, Refolded own, Standing before, List<Child> children) {
        var family = new Family(own == null ? null : own.dossier(), children);
        return new Refolded(
                family.parent(code, before.former().status()),
                before,
                own == null ? Standing.Pinned.NOTHING : own.pinned(),
                // Its parts are watched and counted again, each by its own agency; the parent only follows.
                new DueDates.Dates(
                        own == null ? null : own.dates().computed(),
                        family.due(),
                        0,
                        own == null ? Appointment.NONE : own.dates().appointment(),
                        null,
                        own == null ? 0 : own.dates().revision()));
    }

    /** Locked, folded from all their events, and dated. A code without any event is left out. */
    private Uni<List<Refolded>> folded(SqlConnection tx, Batch batch, Set<String> codes) {
        return store.lock(tx, codes)
                .chain(before -> known(tx, batch, before.keySet())
                        .chain(stored -> Dossiers.onWorker(() -> fold(batch, codes, stored, before)))
                        .chain(folded -> receptions.of(folded).map(versions -> dated(folded, versions))));
    }

    private Uni<List<StoredEvent>> known(SqlConnection tx, Batch batch, Set<String> codes) {
        return codes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : store.events(tx, codes, batch.appended().ids());
    }

    /** A dossier that nobody reported before has the events of this batch and no others. */
    private List<Refold> fold(Batch batch, Set<String> codes, List<StoredEvent> stored, Map<String, Standing> before) {
        var events = new ArrayList<>(stored);
        batch.appendedEvents(code -> codes.contains(code) && !before.containsKey(code))
                .forEach(events::add);
        return events.stream().collect(groupingBy(StoredEvent::dossierCode)).values().stream()
                .map(all -> {
                    var dossier = DossierFold.fold(all, rules);
                    batch.count(all, dossier, rules);
                    return new Refold(dossier, before.getOrDefault(dossier.code(), Standing.NONE));
                })
                .toList();
    }

    private List<Refolded> dated(List<Refold> folded, ProceduresAt versions) {
        return folded.stream()
                .map(one -> {
                    var dossier = one.dossier();
                    var pinned = Receptions.key(one)
                            .flatMap(versions::find)
                            .map(facts -> dueDates.pin(dossier, facts))
                            .orElseGet(() -> dueDates.pin(dossier, one.before().pinned()));
                    return new Refolded(dossier, one.before(), pinned, dueDates.dates(dossier, pinned));
                })
                .toList();
    }

    /** What was written: all but the dossiers that another batch has made meanwhile. */
    private Uni<Written> write(SqlConnection tx, List<Refolded> dossiers, boolean hasChildren) {
        if (dossiers.isEmpty()) {
            return Uni.createFrom().item(Written.NOTHING);
        }
        var told = news.of(dossiers);
        var fresh = rows(dossiers.stream().filter(IS_NEW).toList(), told, hasChildren);
        var known = rows(dossiers.stream().filter(IS_NEW.negate()).toList(), told, hasChildren);
        return (known.isEmpty() ? Uni.createFrom().voidItem() : store.save(tx, known))
                .chain(() -> fresh.isEmpty() ? Uni.createFrom().item(Set.<String>of()) : store.open(tx, fresh))
                .map(opened -> opened.size() == fresh.size()
                        ? new Written(dossiers, told)
                        : written(dossiers.stream()
                                .filter(IS_NEW.negate()
                                        .or(d -> opened.contains(d.dossier().code())))
                                .toList()));
    }

    private Written written(List<Refolded> dossiers) {
        return new Written(dossiers, news.of(dossiers));
    }

    private static JsonArray rows(List<Refolded> dossiers, Told told, boolean hasChildren) {
        var rows = new JsonArray();
        for (var d : dossiers) {
            var code = d.dossier().code();
            rows.add(DossierRows.json(
                    d.dossier(),
                    d.pinned(),
                    d.dates(),
                    hasChildren,
                    d.before().ratingOffered() || told.offered().contains(code),
                    d.before().ratingTold() || told.invited().contains(code)));
        }
        return rows;
    }
}
