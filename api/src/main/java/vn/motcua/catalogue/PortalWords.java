package vn.motcua.catalogue;

import java.util.Map;

/** The portal's words and what they mean here. A word that is not known refuses its record rather than being guessed. */
final class PortalWords {
    private static final Map<String, Level> LEVELS = Map.of(
            "bộ",
            Level.MINISTRY,
            "tỉnh",
            Level.PROVINCE,
            "huyện",
            Level.DISTRICT_LEGACY,
            "xã",
            Level.COMMUNE,
            "khác",
            Level.OTHER);
    private static final Map<String, Subject> SUBJECTS = Map.ofEntries(
            Map.entry("Công dân Việt Nam", Subject.CITIZEN),
            Map.entry("Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú", Subject.CITIZEN),
            Map.entry("Đảng viên", Subject.CITIZEN),
            Map.entry("Người Việt Nam định cư ở nước ngoài", Subject.OVERSEAS_VIETNAMESE),
            Map.entry("Người nước ngoài", Subject.FOREIGNER),
            Map.entry("Người nước ngoài cư trú tại Việt Nam", Subject.FOREIGNER),
            Map.entry("Người nước ngoài đã cư trú tại Việt Nam", Subject.FOREIGNER),
            Map.entry("Cán bộ, công chức, viên chức", Subject.OFFICIAL),
            Map.entry("Doanh nghiệp", Subject.ENTERPRISE),
            Map.entry("Doanh nghiệp Việt Nam", Subject.ENTERPRISE),
            Map.entry("Doanh nghiệp có vốn đầu tư nước ngoài", Subject.FOREIGN_INVESTED_ENTERPRISE),
            Map.entry("Tổ chức (không bao gồm doanh nghiệp, HTX)", Subject.ORGANISATION),
            Map.entry("Tổ chức Đảng", Subject.ORGANISATION),
            Map.entry("Tổ chức nước ngoài", Subject.FOREIGN_ORGANISATION),
            Map.entry("Hợp tác xã", Subject.COOPERATIVE));
    private static final Map<String, Channel> CHANNELS =
            Map.of("in-person", Channel.DIRECT, "online", Channel.ONLINE, "postal", Channel.POSTAL);
    private static final Map<String, OnlineLevel> ONLINE_LEVELS = Map.of(
            "toàn trình",
            OnlineLevel.FULL,
            "một phần",
            OnlineLevel.PARTIAL,
            "cung cấp thông tin",
            OnlineLevel.INFORMATION);
    private static final Map<String, Fee.Kind> FEES =
            Map.of("lệ phí", Fee.Kind.FEE, "phí", Fee.Kind.CHARGE, "giá", Fee.Kind.OTHER);
    private static final Map<String, Procedure.Kind> KINDS = Map.of(
            "national",
            Procedure.Kind.NATIONAL,
            "local-specific",
            Procedure.Kind.LOCAL,
            "internal",
            Procedure.Kind.NATIONAL);

    private PortalWords() {}

    /** Carries a refusal out of a mapping; the record is skipped, the file goes on. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        private Unknown(Refusal refusal) {
            super(refusal.reason().en(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    static Level level(String word) {
        return known(LEVELS, word, "Cấp thực hiện", "level");
    }

    static Subject subject(String word) {
        return known(SUBJECTS, word, "Đối tượng thực hiện", "subject");
    }

    static Channel channel(String word) {
        return known(CHANNELS, word, "Cách thức nộp", "channel");
    }

    static OnlineLevel onlineLevel(String word) {
        return known(ONLINE_LEVELS, word, "Mức độ trực tuyến", "online level");
    }

    static Fee.Kind feeKind(String word) {
        return word == null ? null : known(FEES, word, "Loại phí", "kind of fee");
    }

    /** A record without a kind is known by its national code only. */
    static Procedure.Kind kind(String word) {
        return word == null ? Procedure.Kind.NATIONAL : known(KINDS, word, "Loại thủ tục", "kind of procedure");
    }

    private static <T> T known(Map<String, T> words, String word, String vi, String en) {
        var meaning = word == null ? null : words.get(word.strip());
        if (meaning == null) {
            var shown = word == null ? "" : word.substring(0, Math.min(word.length(), 80));
            throw new Unknown(Refusal.of(
                    "%s không có trong danh mục: \"%s\".".formatted(vi, shown),
                    "Unknown %s: \"%s\".".formatted(en, shown)));
        }
        return meaning;
    }
}
