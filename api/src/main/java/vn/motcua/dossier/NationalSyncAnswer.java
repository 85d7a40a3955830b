package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Text;

/** What became of a synchronisation call, in the words of its own guide: code 00 is success. */
@RegisterForReflection
record NationalSyncAnswer(
        @JsonProperty("error_code") String errorCode,
        @JsonProperty("error_message") String errorMessage,
        List<RecordResult> data) {
    private static final String GOOD = "00";
    private static final String BAD = "01";
    private static final Text ALL = new Text("Thành công", "Success");
    private static final Text SOME =
            new Text("Một số bản ghi không được nhận, xem data.", "Some records were not taken, see data.");
    private static final Text NO_REASON = new Text(
            "Đã nhận; thiếu lý do, người dân được báo rằng cơ quan không nêu lý do.",
            "Taken; a reason is missing, and the applicant is told that none was given.");

    NationalSyncAnswer {
        data = List.copyOf(data);
    }

    /** What became of one record, in the order of the call. */
    @RegisterForReflection
    record RecordResult(
            @JsonProperty("MaHoSo") String code,
            @JsonProperty("error_code") String errorCode,
            @JsonProperty("error_message") String errorMessage,
            boolean reasonMissing) {
        static RecordResult taken(String code, boolean reasonMissing, Language language) {
            return new RecordResult(code, GOOD, (reasonMissing ? NO_REASON : ALL).in(language), reasonMissing);
        }

        static RecordResult refused(String code, ProblemException problem, Language language) {
            var places = problem.errors().stream()
                    .map(error -> error.pointer() + ": " + error.detail().in(language))
                    .collect(Collectors.joining(" "));
            return new RecordResult(
                    code, BAD, places.isEmpty() ? problem.detail().in(language) : places, false);
        }
    }

    static NationalSyncAnswer of(List<RecordResult> records, Language language) {
        boolean all = records.stream().allMatch(record -> record.errorCode().equals(GOOD));
        return new NationalSyncAnswer(all ? GOOD : BAD, (all ? ALL : SOME).in(language), records);
    }
}
