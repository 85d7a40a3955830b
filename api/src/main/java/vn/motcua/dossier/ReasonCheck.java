package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says what a refusal, a supplement request or a stop leaves unexplained (refusals and supplement requests are written and
 * give reasons, NĐ 63/2010/NĐ-CP art. 18.5). Nothing is refused for it.
 */
final class ReasonCheck {
    private static final Set<DossierStatus> NEED_A_REASON =
            EnumSet.of(DossierStatus.REFUSED, DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.STOPPED);

    private final Function<String, Optional<ReasonCodes.Entry>> codes;

    ReasonCheck(Function<String, Optional<ReasonCodes.Entry>> codes) {
        this.codes = codes;
    }

    /** Whether a step sends a dossier back, so that a reason is owed. */
    static boolean isReturn(DossierStatus status) {
        return NEED_A_REASON.contains(status);
    }

    List<ReasonPart> lacking(DossierStatus status, Reason reason) {
        if (!isReturn(status)) {
            return List.of();
        }
        var given = reason == null ? new Reason(null, null, null, null) : reason;
        var entry = Optional.ofNullable(given.code())
                .flatMap(codes)
                .filter(known -> known.statuses().contains(status));
        var lacking = new ArrayList<ReasonPart>();
        if (entry.isEmpty()) {
            lacking.add(ReasonPart.CODE);
        }
        if (isBlank(given.componentRef())
                && entry.map(ReasonCodes.Entry::namesPaper).orElse(false)) {
            lacking.add(ReasonPart.COMPONENT_REF);
        }
        if (isBlank(given.text())) {
            lacking.add(ReasonPart.TEXT);
        }
        if (isBlank(given.nextAction())) {
            lacking.add(ReasonPart.NEXT_ACTION);
        }
        return lacking;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
