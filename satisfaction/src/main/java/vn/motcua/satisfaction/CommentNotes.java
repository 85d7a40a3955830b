package vn.motcua.satisfaction;

import java.util.List;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What a reader of comments must know; it goes with every answer and export. */
final class CommentNotes {
    private static final List<Text> NOTES = List.of(
            new Text(
                    "Tên, số điện thoại, số giấy tờ, địa chỉ và những gì chỉ ra một người đã được máy xoá trước khi có ai đọc.",
                    "Names, phones, numbers of papers, addresses and whatever leads to a person were taken out by rules before"
                            + " anybody read it."),
            new Text(
                    "Nhận xét chỉ đọc được theo nhóm từ 10 trở lên, đã trộn; không nối với điểm, hồ sơ hay người viết.",
                    "Comments are read in shuffled groups of ten or more; nothing links them to scores, dossiers or writers."),
            new Text(
                    "Số lần nhắc đến một chủ đề chỉ hiện khi có ít nhất 10 người nhắc và không có 1 đến 9 người không nhắc.",
                    "How often a topic is mentioned is told when at least ten mention it and not just one to nine do not."),
            new Text(
                    "Chủ đề do quy tắc công khai xếp, có thể sai; nhận xét là ý kiến, chưa được kiểm chứng.",
                    "Topics are found by public rules that may err; comments are opinions that nobody verified."));

    private CommentNotes() {}

    static List<String> in(Language language) {
        return NOTES.stream().map(note -> note.in(language)).toList();
    }
}
