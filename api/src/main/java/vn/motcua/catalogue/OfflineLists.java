package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.motcua.openapi.Language;

/** The reference lists that go with the offline records, each by code; life events in the order of the national portal. */
@RegisterForReflection(targets = {OfflineLists.class, OfflineLists.OfflineLifeEvent.class})
record OfflineLists(List<NamedCode> fields, List<OfflineLifeEvent> lifeEvents, List<NamedCode> authorities) {
    record OfflineLifeEvent(String code, String name, String nameEn, LifeEvent.Audience audience) {}

    static OfflineLists of(CatalogueSnapshot snapshot) {
        var byCode = Comparator.comparing(NamedCode::code);
        var vietnamese = snapshot.lifeEvents(Language.VI);
        var english = snapshot.lifeEvents(Language.EN);
        return new OfflineLists(
                snapshot.fields().stream()
                        .map(field -> new NamedCode(field.code(), field.name()))
                        .sorted(byCode)
                        .toList(),
                IntStream.range(0, vietnamese.size())
                        .mapToObj(i -> new OfflineLifeEvent(
                                vietnamese.get(i).code(),
                                vietnamese.get(i).name(),
                                english.get(i).name(),
                                vietnamese.get(i).audience()))
                        .toList(),
                snapshot.entries().stream()
                        .map(CatalogueEntry::authority)
                        .filter(Objects::nonNull)
                        .map(AgencyRef::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(code -> new NamedCode(code, snapshot.authorityName(code)))
                        .sorted(byCode)
                        .toList());
    }
}
