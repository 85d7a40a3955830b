package vn.motcua.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RecordDiffTest {
    private static final String RECORD = """
            {"code":"9.000001","name":"Đăng ký khai sinh","levels":["COMMUNE"],
             "components":[{"case":"Phải nộp","items":[
               {"name":"Tờ khai","originals":1,"copies":0,"componentCode":"KQ.1"},
               {"name":"Giấy chứng sinh do cơ sở y tế cấp","originals":1,"copies":0},
               {"name":"Bản sao hộ chiếu","originals":0,"copies":1}]}],
             "methods":[{"channel":"DIRECT","timeLimit":{"value":3,"unit":"WORKING_DAY"},"fees":[
                {"kind":"FEE","amount":20000,"currency":"VND"},{"kind":"CHARGE","amount":8000,"currency":"VND"}]},
               {"channel":"ONLINE","timeLimit":{"value":3,"unit":"WORKING_DAY"},"fees":[]}],
             "steps":["Nộp hồ sơ tại bộ phận một cửa","Cán bộ kiểm tra hồ sơ","Nhận kết quả"],
             "source":{"id":"a"}}
            """;

    private static JsonNode tree(String json) {
        try {
            return CatalogueFileTest.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> afterChange(String from, String to) {
        assertTrue(RECORD.contains(from), "nothing to change: " + from);
        return RecordDiff.between(tree(RECORD), tree(RECORD.replace(from, to))).stream()
                .map(one -> one.kind() + " " + one.pointer() + " " + one.before() + " > " + one.after())
                .toList();
    }

    @Test
    void sameRecordHasNoDifferenceAndTheSourceDoesNotCount() {
        assertEquals(List.of(), afterChange("\"id\":\"a\"", "\"id\":\"b\""));
        assertEquals(List.of(), afterChange("\"levels\"", "\"keywords\":[],\"levels\""));
    }

    @Test
    void changedValueTellsBeforeAndAfter() {
        assertEquals(
                List.of("CHANGED /name \"Đăng ký khai sinh\" > \"Đăng ký lại khai sinh\""),
                afterChange("Đăng ký khai sinh", "Đăng ký lại khai sinh"));
        assertEquals(
                List.of("ADDED /requirements null > \"Không\""),
                afterChange("\"levels\"", "\"requirements\":\"Không\",\"levels\""));
    }

    @Test
    void paperPutInBetweenIsOneAddition() {
        assertEquals(
                List.of("ADDED /components/0/items/1 null > {\"name\":\"Ảnh 4x6\"}"),
                afterChange("{\"name\":\"Giấy chứng sinh", "{\"name\":\"Ảnh 4x6\"},{\"name\":\"Giấy chứng sinh"));
    }

    @Test
    void paperIsTheSameByItsCodeWhateverItIsCalled() {
        assertEquals(
                List.of("CHANGED /components/0/items/0/name \"Tờ khai\" > \"Mẫu đơn mới\""),
                afterChange("\"Tờ khai\"", "\"Mẫu đơn mới\""));
    }

    @Test
    void paperWhoseNameWasTouchedUpIsStillTheSame() {
        assertEquals(
                List.of("CHANGED /components/0/items/1/name \"Giấy chứng sinh do cơ sở y tế cấp\""
                        + " > \"Giấy chứng sinh do cơ sở khám bệnh, y tế cấp\""),
                afterChange("do cơ sở y tế cấp", "do cơ sở khám bệnh, y tế cấp"));
    }

    @Test
    void paperThatWentIsOneRemovalAtItsOldPlace() {
        assertEquals(
                List.of("REMOVED /components/0/items/1"
                        + " {\"name\":\"Giấy chứng sinh do cơ sở y tế cấp\",\"originals\":1,\"copies\":0} > null"),
                afterChange("{\"name\":\"Giấy chứng sinh do cơ sở y tế cấp\",\"originals\":1,\"copies\":0},", ""));
    }

    @Test
    void feeIsFoundByItsKind() {
        assertEquals(
                List.of("CHANGED /methods/0/fees/1/amount 8000 > 10000"),
                afterChange("\"amount\":8000", "\"amount\":10000"));
    }

    @Test
    void stepsAreSentencesOfAList() {
        assertEquals(
                List.of("ADDED /steps/2 null > \"Nộp phí\""),
                afterChange("\"Nhận kết quả\"", "\"Nộp phí\",\"Nhận kết quả\""));
        assertEquals(
                List.of("MOVED /steps [\"Nộp hồ sơ tại bộ phận một cửa\",\"Cán bộ kiểm tra hồ sơ\",\"Nhận kết quả\"]"
                        + " > [\"Nộp hồ sơ tại bộ phận một cửa\",\"Nhận kết quả\",\"Cán bộ kiểm tra hồ sơ\"]"),
                afterChange(
                        "\"Cán bộ kiểm tra hồ sơ\",\"Nhận kết quả\"", "\"Nhận kết quả\",\"Cán bộ kiểm tra hồ sơ\""));
    }

    /** Random edits: a difference is told exactly when there is one, and its pointers lead to what it says. */
    @RepeatedTest(200)
    void everyEditIsToldAndEveryPointerHolds() {
        long seed = ThreadLocalRandom.current().nextLong();
        var random = new Random(seed);
        var before = tree(RECORD);
        var after = before.deepCopy();
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            edit((ObjectNode) after, random);
        }
        var found = RecordDiff.between(before, after);
        assertEquals(before.equals(after), found.isEmpty(), () -> "seed " + seed + "\n" + before + "\n" + after);
        for (var one : found) {
            switch (one.kind()) {
                case ADDED -> assertEquals(one.after(), after.at(one.pointer()), () -> "seed " + seed);
                case REMOVED -> assertEquals(one.before(), before.at(one.pointer()), () -> "seed " + seed);
                case CHANGED -> assertEquals(one.after(), after.at(one.pointer()), () -> "seed " + seed);
                case MOVED -> assertTrue(after.at(one.pointer()).isArray(), () -> "seed " + seed);
            }
        }
    }

    private static void edit(ObjectNode record, Random random) {
        var lists = List.of("/steps", "/components/0/items", "/methods", "/methods/0/fees", "/levels");
        // An earlier edit may have taken the only way of filing, and its fees with it.
        var standing = lists.stream().filter(at -> record.at(at).isArray()).toList();
        var list = (ArrayNode) record.at(standing.get(random.nextInt(standing.size())));
        var entries = new ArrayList<JsonNode>();
        list.forEach(entries::add);
        switch (random.nextInt(4)) {
            case 0 -> Collections.shuffle(entries, random);
            case 1 -> entries.removeIf(entry -> random.nextInt(3) == 0);
            case 2 -> entries.addAll(List.copyOf(entries));
            default -> record.put("name", "Tên " + random.nextInt(3));
        }
        list.removeAll();
        list.addAll(entries);
    }
}
