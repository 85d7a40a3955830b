package vn.motcua.feedback;

import vn.motcua.openapi.Text;

/** What a case is. */
enum FeedbackKind {
    /** Phản ánh, kiến nghị in the sense of NĐ 20/2008/NĐ-CP art. 3. */
    PAKN("Phản ánh, kiến nghị", "Reflection or recommendation"),
    /** What went wrong with a service shall be put right: between the person and the agency, never published. */
    REPAIR("Yêu cầu khắc phục", "Request to put something right");

    private final Text label;

    FeedbackKind(String vi, String en) {
        this.label = new Text(vi, en);
    }

    Text label() {
        return label;
    }
}
