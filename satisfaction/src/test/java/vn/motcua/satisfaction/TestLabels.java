package vn.motcua.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;

/** Names as agencies and the catalogue would give them; one of them would be run by a spreadsheet. */
@ApplicationScoped
class TestLabels implements ScoreLabels {
    static final String DANGEROUS_FIELD = "F.FORMULA";

    @Override
    public String agency(String code) {
        return "Cơ quan " + code;
    }

    @Override
    public String field(String code) {
        return DANGEROUS_FIELD.equals(code) ? "=HYPERLINK(\"http://example.invalid\",\"Hộ tịch\")" : "Lĩnh vực " + code;
    }
}
