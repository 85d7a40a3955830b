package vn.motcua.feedback;

import vn.motcua.openapi.Text;

/** What a case is about, as the national portal classifies it. */
enum Subject {
    CONDUCT("Hành vi hành chính", "Conduct of officials"),
    REGULATION("Quy định hành chính", "Administrative regulation"),
    BOTH("Hành vi và quy định hành chính", "Conduct and regulation"),
    OTHER("Nội dung khác", "Other");

    private final Text label;

    Subject(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
