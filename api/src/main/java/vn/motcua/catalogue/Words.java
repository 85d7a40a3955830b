package vn.motcua.catalogue;

import java.util.Map;
import java.util.Optional;

/** The words of other systems and what they mean here, compared without marks and case. Nothing is guessed. */
final class Words {
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("bo", Level.MINISTRY),
            Map.entry("bo nganh", Level.MINISTRY),
            Map.entry("tinh", Level.PROVINCE),
            Map.entry("huyen", Level.DISTRICT_LEGACY),
            Map.entry("xa", Level.COMMUNE),
            Map.entry("khac", Level.OTHER),
            Map.entry("co quan khac", Level.OTHER));
    private static final Map<String, Subject> SUBJECTS = Map.ofEntries(
            Map.entry("cong dan viet nam", Subject.CITIZEN),
            Map.entry("cong dan viet nam ma khong xac dinh duoc noi thuong tru hoac noi tam tru", Subject.CITIZEN),
            Map.entry("dang vien", Subject.CITIZEN),
            Map.entry("nguoi viet nam dinh cu o nuoc ngoai", Subject.OVERSEAS_VIETNAMESE),
            Map.entry("nguoi nuoc ngoai", Subject.FOREIGNER),
            Map.entry("nguoi nuoc ngoai cu tru tai viet nam", Subject.FOREIGNER),
            Map.entry("nguoi nuoc ngoai da cu tru tai viet nam", Subject.FOREIGNER),
            Map.entry("can bo cong chuc vien chuc", Subject.OFFICIAL),
            Map.entry("doanh nghiep", Subject.ENTERPRISE),
            Map.entry("doanh nghiep viet nam", Subject.ENTERPRISE),
            Map.entry("doanh nghiep co von dau tu nuoc ngoai", Subject.FOREIGN_INVESTED_ENTERPRISE),
            Map.entry("to chuc khong bao gom doanh nghiep htx", Subject.ORGANISATION),
            Map.entry("to chuc dang", Subject.ORGANISATION),
            Map.entry("to chuc nuoc ngoai", Subject.FOREIGN_ORGANISATION),
            Map.entry("hop tac xa", Subject.COOPERATIVE));
    private static final Map<String, Channel> CHANNELS = Map.ofEntries(
            Map.entry("1", Channel.DIRECT),
            Map.entry("2", Channel.ONLINE),
            Map.entry("3", Channel.POSTAL),
            Map.entry("direct", Channel.DIRECT),
            Map.entry("in person", Channel.DIRECT),
            Map.entry("truc tiep", Channel.DIRECT),
            Map.entry("online", Channel.ONLINE),
            Map.entry("truc tuyen", Channel.ONLINE),
            Map.entry("postal", Channel.POSTAL),
            Map.entry("buu chinh", Channel.POSTAL),
            Map.entry("buu chinh cong ich", Channel.POSTAL),
            Map.entry("dich vu buu chinh", Channel.POSTAL),
            Map.entry("dich vu buu chinh cong ich", Channel.POSTAL),
            Map.entry("nop qua buu chinh cong ich", Channel.POSTAL));
    private static final Map<String, TimeUnit> UNITS = Map.ofEntries(
            Map.entry("hour", TimeUnit.HOUR),
            Map.entry("gio", TimeUnit.HOUR),
            Map.entry("day", TimeUnit.DAY),
            Map.entry("ngay", TimeUnit.DAY),
            Map.entry("working day", TimeUnit.WORKING_DAY),
            Map.entry("ngay lam viec", TimeUnit.WORKING_DAY),
            Map.entry("month", TimeUnit.MONTH),
            Map.entry("thang", TimeUnit.MONTH),
            Map.entry("year", TimeUnit.YEAR),
            Map.entry("nam", TimeUnit.YEAR));
    private static final Map<String, Fee.Kind> FEES =
            Map.of("le phi", Fee.Kind.FEE, "phi", Fee.Kind.CHARGE, "gia", Fee.Kind.OTHER);
    private static final Map<String, OnlineLevel> ONLINE_LEVELS = Map.of(
            "toan trinh", OnlineLevel.FULL,
            "mot phan", OnlineLevel.PARTIAL,
            "cung cap thong tin", OnlineLevel.INFORMATION,
            "cung cap thong tin truc tuyen", OnlineLevel.INFORMATION);
    private static final Map<String, Procedure.FormalityType> TYPES = Map.of(
            "standard", Procedure.FormalityType.STANDARD,
            "tthc khong duoc luat giao cho dia phuong quy dinh hoac quy dinh chi tiet",
                    Procedure.FormalityType.STANDARD,
            "assigned regulation", Procedure.FormalityType.ASSIGNED_REGULATION,
            "tthc duoc luat giao quy dinh chi tiet", Procedure.FormalityType.ASSIGNED_REGULATION,
            "tthc dac thu", Procedure.FormalityType.PARTICULAR,
            "particular", Procedure.FormalityType.PARTICULAR);

    private Words() {}

    static Optional<Level> level(String word) {
        return known(LEVELS, key(word).replaceFirst("^cap ", ""));
    }

    static Optional<Subject> subject(String word) {
        return known(SUBJECTS, key(word));
    }

    static Optional<Channel> channel(String word) {
        return known(CHANNELS, key(word));
    }

    /** A unit that is not one of the five is OTHER; its words stay in the text. */
    static TimeUnit unit(String word) {
        return known(UNITS, key(word)).orElse(TimeUnit.OTHER);
    }

    static Optional<Fee.Kind> fee(String word) {
        return known(FEES, key(word));
    }

    static Optional<OnlineLevel> onlineLevel(String word) {
        return known(ONLINE_LEVELS, key(word));
    }

    static Optional<Procedure.FormalityType> formalityType(String word) {
        return known(TYPES, key(word));
    }

    /** Đồng in all its spellings is VND. */
    static String currency(String word) {
        return switch (key(word)) {
            case "", "vnd", "dong", "d", "viet nam dong", "dong viet nam" -> "VND";
            default -> word;
        };
    }

    private static String key(String word) {
        return word == null ? "" : String.join(" ", Folding.foldedWords(word));
    }

    private static <T> Optional<T> known(Map<String, T> words, String key) {
        return Optional.ofNullable(words.get(key));
    }
}
