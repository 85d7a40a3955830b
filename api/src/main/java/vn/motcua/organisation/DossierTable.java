package vn.motcua.organisation;

import java.util.Arrays;
import java.util.List;
import vn.motcua.dossier.DossierLine;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** A firm's dossiers as rows of cells, for CSV and XLSX. A cell is a String, a Number, a Boolean, or null. */
final class DossierTable {
    static final List<String> COLUMNS = List.of(
            "code",
            "procedureCode",
            "procedureName",
            "status",
            "statusLabel",
            "receivedAt",
            "dueAt",
            "endedAt",
            "overdue",
            "workingDaysLeft",
            "agencyCode",
            "agencyName",
            "lastEventAt");

    private static final List<Text> HEADINGS = List.of(
            new Text("Mã hồ sơ", "Dossier code"),
            new Text("Mã thủ tục", "Procedure code"),
            new Text("Thủ tục", "Procedure"),
            new Text("Mã trạng thái", "Status code"),
            new Text("Trạng thái", "Status"),
            new Text("Tiếp nhận", "Received"),
            new Text("Hẹn trả", "Due"),
            new Text("Kết thúc", "Ended"),
            new Text("Quá hạn", "Overdue"),
            new Text("Số ngày làm việc còn lại", "Working days left"),
            new Text("Mã cơ quan", "Agency code"),
            new Text("Cơ quan", "Agency"),
            new Text("Thay đổi gần nhất", "Latest change"));

    private DossierTable() {}

    static List<String> headings(Language language) {
        return HEADINGS.stream().map(heading -> heading.in(language)).toList();
    }

    static List<Object> row(DossierLine line) {
        return Arrays.asList(
                line.code(),
                line.procedureCode(),
                line.procedureName(),
                line.status().name(),
                line.statusLabel(),
                text(line.receivedAt()),
                text(line.dueAt()),
                text(line.endedAt()),
                line.overdue(),
                line.workingDaysLeft(),
                line.agencyCode(),
                line.agencyName(),
                text(line.lastEventAt()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
