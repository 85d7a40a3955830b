package vn.motcua.dossier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.PersonalRecords;
import vn.motcua.openapi.Text;

/** A person's dossiers, each with who looked at it: all of it may be seen, none of it is ours to delete. */
@Singleton
class OwnDossierRecords implements PersonalRecords {
    private static final int CHUNK = 50;
    private static final int MOST_LOOKS = 1_000;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Text KEPT = new Text(
            "Hồ sơ là bản sao của hồ sơ hành chính mà cơ quan giải quyết phải lưu theo pháp luật; hãy gửi yêu cầu đến cơ quan"
                    + " đó. Nhật ký truy cập được giữ 24 tháng để bảo vệ chính bạn.",
            "Dossiers mirror records that the agency in charge must keep by law; ask that agency. The access log is kept for 24"
                    + " months to protect you.");

    private final DossierQueries queries;
    private final Lookups lookups;
    private final Accesses accesses;
    private final ObjectMapper json;

    OwnDossierRecords(DossierQueries queries, Lookups lookups, Accesses accesses, ObjectMapper json) {
        this.queries = queries;
        this.lookups = lookups;
        this.accesses = accesses;
        this.json = json;
    }

    @Override
    public String part() {
        return "dossiers";
    }

    /** Page by page and dossier by dossier, so that a thousand of them never lie in memory together. */
    @Override
    public Multi<Map<String, Object>> export(PersonKey person, Language language) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(DossierQueries.Filed.FIRST),
                        behind -> queries.pageOfPerson(person.value(), behind.get(), DossierFilter.ALL, CHUNK)
                                .invoke(rows -> {
                                    if (!rows.isEmpty()) {
                                        behind.set(Lookups.filed(rows.getLast().code()));
                                    }
                                }))
                .whilst(rows -> rows.size() == CHUNK)
                .onItem()
                .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> whole(row.code(), person, language));
    }

    private Uni<Map<String, Object>> whole(String code, PersonKey person, Language language) {
        return Uni.combine()
                .all()
                .unis(
                        lookups.own(code, person.value(), language),
                        accesses.ofOwner(code, person.value(), MOST_LOOKS, null, language))
                .asTuple()
                .map(both -> {
                    var record = json.convertValue(both.getItem1(), OBJECT);
                    // The one-time ticket would let whoever reads the file rate in the owner's place.
                    record.remove("ticket");
                    record.put("accessLog", json.convertValue(both.getItem2().items(), List.class));
                    return record;
                });
    }

    @Override
    public Uni<Erasure> erase(PersonKey person) {
        return Uni.createFrom().item(new Erasure(0, KEPT));
    }
}
