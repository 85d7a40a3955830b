package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.ProcedureCode;

/** The keys under which a procedure may be stored, the most particular first. */
final class CodeForms {
    private CodeForms() {}

    static List<String> of(ProcedureCode code) {
        var forms = new ArrayList<String>();
        code.agency().ifPresent(agency -> {
            code.variant().ifPresent(variant -> forms.add(code.key() + "." + agency + "." + variant));
            forms.add(code.key() + "." + agency);
        });
        forms.add(code.key());
        return forms;
    }

    /** The one key of a published record: {@code 1.000656.000.00.00.H29} is kept as {@code 1.000656.H29}. */
    static String canonical(ProcedureCode code) {
        return of(code).getFirst();
    }
}
