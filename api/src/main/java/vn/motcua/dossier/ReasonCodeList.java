package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import vn.motcua.openapi.Language;

/** The reasons an agency may give, in one language. */
@RegisterForReflection
record ReasonCodeList(List<ReasonCode> items) {
    ReasonCodeList {
        items = List.copyOf(items);
    }

    /** One of them. {@code namesPaper}: whether the paper concerned has to be named with it. */
    @RegisterForReflection
    record ReasonCode(String code, String label, List<DossierStatus> statuses, boolean namesPaper) {
        ReasonCode {
            statuses = List.copyOf(statuses);
        }
    }

    static ReasonCodeList of(List<ReasonCodes.Entry> entries, Language language) {
        return new ReasonCodeList(entries.stream()
                .map(entry -> new ReasonCode(
                        entry.code(),
                        entry.label().in(language),
                        entry.statuses().stream().sorted().toList(),
                        entry.namesPaper()))
                .toList());
    }
}
