package vn.motcua.search;

import static vn.motcua.openapi.ProblemException.invalid;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import vn.motcua.openapi.ProcedureCode;

/** What an editor publishes; {@code basedOn} is the version that was edited, so that nobody overwrites another's work. */
@RegisterForReflection
record SearchWordsInput(
        Integer basedOn, String note, List<SearchWords.Synonym> synonyms, List<SearchWords.BestBet> bestBets) {
    private static final int MOST = 5_000;
    private static final int LONGEST = 200;
    private static final int MEANINGS = 10;
    private static final int CODES = 10;

    SearchWordsInput {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        bestBets = bestBets == null ? List.of() : List.copyOf(bestBets);
    }

    /** The input as it is stored, or a problem that names the first wrong place. */
    SearchWords checked() {
        if (basedOn == null || basedOn < 0) {
            throw invalid(
                    "/basedOn", "Ghi số phiên bản đã sửa, 0 nếu chưa có.", "Give the version that was edited, or 0.");
        }
        if (note != null && note.length() > 500) {
            throw invalid("/note", "Tối đa 500 ký tự.", "At most 500 characters.");
        }
        atMost("/synonyms", synonyms.size(), MOST);
        atMost("/bestBets", bestBets.size(), MOST);
        for (int i = 0; i < synonyms.size(); i++) {
            var place = "/synonyms/" + i;
            var synonym = synonyms.get(i);
            words(place + "/said", synonym.said());
            if (synonym.meant() == null) {
                throw invalid(
                        place + "/meant",
                        "Ghi các từ thay thế; danh sách rỗng nếu lời này không mang nghĩa.",
                        "Give the words it stands for; an empty list where it says nothing.");
            }
            atMost(place + "/meant", synonym.meant().size(), MEANINGS);
            synonym.meant().forEach(meant -> words(place + "/meant", meant));
        }
        for (int i = 0; i < bestBets.size(); i++) {
            bet("/bestBets/" + i, bestBets.get(i));
        }
        return new SearchWords(basedOn + 1, null, note, synonyms, bestBets);
    }

    private static void bet(String place, SearchWords.BestBet bet) {
        words(place + "/query", bet.query());
        if (bet.codes().isEmpty()) {
            throw invalid(place + "/codes", "Cần ít nhất một mã thủ tục.", "Give at least one procedure code.");
        }
        atMost(place + "/codes", bet.codes().size(), CODES);
        for (var code : bet.codes()) {
            if (ProcedureCode.parse(code).isEmpty()) {
                throw invalid(
                        place + "/codes",
                        "Mã thủ tục có dạng 1.001193, hoặc dạng địa phương 1.001193.H44.",
                        "A procedure code looks like 1.001193, or in a local form 1.001193.H44.");
            }
        }
    }

    private static void words(String place, String text) {
        if (text == null || text.length() > LONGEST || Normaliser.words(text).isEmpty()) {
            throw invalid(
                    place,
                    "Cần từ 1 đến 200 ký tự, có chữ hoặc số.",
                    "Give 1 to 200 characters, letters or digits among them.");
        }
    }

    private static void atMost(String place, int size, int limit) {
        if (size > limit) {
            throw invalid(place, "Tối đa %d mục.".formatted(limit), "At most %d entries.".formatted(limit));
        }
    }
}
