package vn.motcua.feedback;

import vn.motcua.openapi.Text;

/** The legal track that a text belongs to. Complaints and denunciations are not feedback (NĐ 20/2008/NĐ-CP art. 1). */
enum Track {
    NONE("Phản ánh, kiến nghị", "Feedback", null),
    COMPLAINT(
            "Khiếu nại",
            "Complaint",
            new Text(
                    "Nội dung có dấu hiệu khiếu nại. Khiếu nại được giải quyết theo Luật Khiếu nại: hãy gửi đơn đến người đã ra"
                            + " quyết định hoặc có hành vi, hoặc đến trụ sở tiếp công dân. Thời hiệu khiếu nại có giới hạn, đừng"
                            + " chờ trả lời ở đây.",
                    "This reads like a complaint (khiếu nại). Complaints have a procedure of their own by the Law on Complaints:"
                            + " hand it to whoever took the decision or acted, or to a citizens' reception office. It must be"
                            + " filed within a time limit; do not wait for an answer here.")),
    DENUNCIATION(
            "Tố cáo",
            "Denunciation",
            new Text(
                    "Nội dung có dấu hiệu tố cáo. Tố cáo được giải quyết theo Luật Tố cáo, danh tính của bạn được giữ bí mật: hãy"
                            + " gửi đơn đến cơ quan quản lý người bị tố cáo hoặc đến trụ sở tiếp công dân.",
                    "This reads like a denunciation (tố cáo). It has a procedure of its own by the Law on Denunciations, which"
                            + " keeps your identity secret: hand it to the agency above the person it is about, or to a"
                            + " citizens' reception office."));

    private final Text label;
    private final Text guidance;

    Track(String vi, String en, Text guidance) {
        this.label = new Text(vi, en);
        this.guidance = guidance;
    }

    Text label() {
        return label;
    }

    /** Where to go instead; null for what belongs here. */
    Text guidance() {
        return guidance;
    }
}
