package vn.motcua.satisfaction;

import jakarta.inject.Singleton;
import java.util.Map;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** What the keys of groups are called. */
@Singleton
class GroupLabels {
    private static final Text COUNTRY = new Text("Cả nước", "Whole country");
    private static final Text UNKNOWN = new Text("Không rõ", "Not known");
    private static final Map<String, Text> WORDS = Map.of(
            "RETURNED", new Text("Đã trả kết quả", "Result returned"),
            "RESULT_READY", new Text("Đã có kết quả", "Result ready"),
            "REFUSED", new Text("Từ chối", "Refused"),
            "STOPPED", new Text("Dừng xử lý", "Stopped"),
            "WITHDRAWN", new Text("Công dân rút hồ sơ", "Withdrawn"),
            "DIRECT", new Text("Trực tiếp", "At the counter"),
            "ONLINE", new Text("Trực tuyến", "Online"),
            "POSTAL", new Text("Bưu chính công ích", "By post"));

    private final ScoreLabels names;

    GroupLabels(ScoreLabels names) {
        this.names = names;
    }

    /** The whole selection: its agency or the country, and its field when one was chosen. */
    String total(Selection selection, Language language) {
        var where = selection.agency() == null ? COUNTRY.in(language) : names.agency(selection.agencyValue());
        return selection.field() == null ? where : where + " · " + names.field(selection.field());
    }

    String group(ScoreGrouping grouping, String key, Language language) {
        if (EndedDossier.UNKNOWN.equals(key)) {
            return UNKNOWN.in(language);
        }
        return switch (grouping) {
            case AGENCY -> names.agency(key);
            case FIELD -> names.field(key);
            case PROCEDURE -> names.procedure(key);
            case VERSION -> key;
            case MONTH -> language == Language.VI ? "Tháng " + key.substring(5) + "/" + key.substring(0, 4) : key;
            case OUTCOME, CHANNEL -> WORDS.containsKey(key) ? WORDS.get(key).in(language) : key;
        };
    }
}
