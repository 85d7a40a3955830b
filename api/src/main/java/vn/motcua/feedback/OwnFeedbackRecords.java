package vn.motcua.feedback;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.PersonalRecords;
import vn.motcua.openapi.Text;

/** A person's cases with who looked at them, and votes. Votes and ended repairs may go; feedback is kept by law. */
@Singleton
class OwnFeedbackRecords implements PersonalRecords {
    private static final int CHUNK = 50;
    private static final int MOST_LOOKS = 100;
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Text KEPT = new Text(
            "Phản ánh, kiến nghị phải có tên, địa chỉ người gửi và được lưu theo NĐ 20/2008/NĐ-CP; danh tính được xoá 12 tháng"
                    + " sau khi kết thúc. Nhật ký truy cập được giữ 24 tháng để bảo vệ chính bạn.",
            "Feedback has to name its sender and is kept by NĐ 20/2008/NĐ-CP; the identity goes 12 months after its end. The"
                    + " access log is kept for 24 months to protect you.");

    private final FeedbackQueries queries;
    private final FeedbackReading reading;
    private final FeedbackRetention retention;
    private final RetentionStore store;
    private final ObjectMapper json;

    OwnFeedbackRecords(
            FeedbackQueries queries,
            FeedbackReading reading,
            FeedbackRetention retention,
            RetentionStore store,
            ObjectMapper json) {
        this.queries = queries;
        this.reading = reading;
        this.retention = retention;
        this.store = store;
        this.json = json;
    }

    @Override
    public String part() {
        return "feedback";
    }

    @Override
    public Multi<Map<String, Object>> export(PersonKey person, Language language) {
        var cases = Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(new Place(END, "")),
                        place -> queries.ofPerson(
                                        person.value(),
                                        place.get().sentAt(),
                                        place.get().code(),
                                        CHUNK)
                                .invoke(rows -> {
                                    if (!rows.isEmpty()) {
                                        place.set(new Place(
                                                rows.getLast().sentAt(),
                                                rows.getLast().code()));
                                    }
                                }))
                .whilst(rows -> rows.size() == CHUNK)
                .onItem()
                .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> whole(row.code(), person, language));
        var votes = store.votes(person.value())
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .map(OwnFeedbackRecords::vote);
        return Multi.createBy().concatenating().streams(cases, votes);
    }

    private record Place(OffsetDateTime sentAt, String code) {}

    private Uni<Map<String, Object>> whole(String code, PersonKey person, Language language) {
        return Uni.combine()
                .all()
                .unis(
                        reading.ofSender(code, person.value(), language),
                        reading.accesses(code, person.value(), MOST_LOOKS, null, language))
                .asTuple()
                .map(both -> {
                    var record = json.convertValue(both.getItem1(), OBJECT);
                    record.put("accessLog", json.convertValue(both.getItem2().items(), List.class));
                    return record;
                });
    }

    private static Map<String, Object> vote(RetentionStore.Vote vote) {
        var record = new LinkedHashMap<String, Object>();
        record.put("kind", "vote");
        record.put("code", vote.code());
        record.put("like", vote.likes());
        record.put("at", vote.at().toString());
        return record;
    }

    @Override
    public Uni<Erasure> erase(PersonKey person) {
        return store.repaired(person.value())
                .call(codes -> codes.isEmpty() ? Uni.createFrom().voidItem() : retention.forget(codes))
                .chain(codes -> store.forgetVotes(person.value())
                        .chain(votes -> store.kept(person.value())
                                .map(kept -> new Erasure(codes.size() + (long) votes, kept > 0 ? KEPT : null))));
    }
}
