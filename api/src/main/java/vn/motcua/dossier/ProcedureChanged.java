package vn.motcua.dossier;

import vn.motcua.catalogue.ProcedureChange;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** "Changed since you filed": the dossier goes on by the version in force at its reception. */
record ProcedureChanged(int pinnedVersion, Integer currentVersion, boolean abolished, String text, String diff) {
    private static final Text AMENDED = new Text(
            "Thủ tục đã được sửa đổi sau khi hồ sơ được tiếp nhận. Hồ sơ này vẫn theo quy định lúc tiếp nhận.",
            "The procedure was amended after the dossier was received. This dossier goes on by the rules of that day.");
    private static final Text GONE = new Text(
            "Thủ tục đã bị bãi bỏ sau khi hồ sơ được tiếp nhận. Hồ sơ này vẫn theo quy định lúc tiếp nhận.",
            "The procedure was abolished after the dossier was received. This dossier goes on by the rules of that day.");

    static ProcedureChanged of(String procedureCode, ProcedureChange change, Language language) {
        return new ProcedureChanged(
                change.pinned(),
                change.current(),
                change.abolished(),
                (change.abolished() ? GONE : AMENDED).in(language),
                change.abolished()
                        ? null
                        : "/v1/procedures/%s/diff?from=%d&to=%d"
                                .formatted(procedureCode, change.pinned(), change.current()));
    }
}
