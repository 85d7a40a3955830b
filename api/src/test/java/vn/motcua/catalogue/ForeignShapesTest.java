package vn.motcua.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of the portal, of the older exchange and of the collected export, brought into ours. */
class ForeignShapesTest {
    private static final String PORTAL = """
            {"id":"019d2bf9-0000-7000-8000-000000000001","code":"9.100001","name":"Đăng ký khai sinh (mẫu)","isWard":true,
             "isProvince":true,"isInternal":false,"formalityType":"ASSIGNED_REGULATION","state":"UPDATED",
             "category":{"code":"X1","name":"Hộ tịch"},"categoriesDetails":[{"name":"Hộ tịch"},null,{"name":"Quốc tịch"}],
             "departmentPromulgateName":"Bộ Tư pháp","description":"<p>Dành cho <b>trẻ em</b>&nbsp;mới sinh</p><p>Dòng hai</p>",
             "subjectTypesDetails":[{"name":"Công dân Việt Nam"},{"name":"Nhóm lạ"}],
             "departmentsExecuting":[{"code":"G15","name":"Bộ Tư pháp"}],"unitGroupsExecuting":[{"name":"UBND cấp xã"}],
             "departmentsAuthority":[{"name":"Chủ tịch UBND cấp xã"}],"departmentsAuthorized":[],
             "departmentsCoordinating":[{"name":"Công an cấp xã"}],
             "dossierReceivingAddresses":"Bộ phận Một cửa","decisionNo":"1872/QĐ-BTP",
             "executionSteps":[{"name":"Bước 1","description":"Nộp hồ sơ"},{"name":null,"description":"Nhận kết quả"}],
             "executionMethods":[
               {"submissionMethod":"DIRECT_AND_ONLINE","processingTime":1,"processingTimeUnit":"WORKING_DAY","description":"Trong ngày",
                "fees":[{"type":"Lệ phí","value":0,"description":"Theo nghị quyết HĐND"},{"type":"Phí","value":8000,"currencyName":"Đồng"}]},
               {"submissionMethod":"POSTAL","processingTime":2.5,"processingTimeUnit":"OTHER","fees":null}],
             "cases":[{"code":"Đúng hạn","processingDay":{"qty":1,"type":"WORKING_DAY"}}],
             "executionCases":[{"name":"Giấy tờ phải nộp","profileComponents":[
               {"code":"KQ.01","name":"Tờ khai","originalQty":1,"copyQty":"0","required":true,"hasElectronicForm":true,
                "attachments":[{"id":"a-1","fileName":"to-khai.docx"}]}]}],
             "resultsDetails":[{"code":"KQ.G15","name":"Giấy khai sinh"}],
             "legalBasisesDetails":[{"code":"60/2014/QH13","name":"Luật Hộ tịch"},{"code":"","name":"Nghị quyết của HĐND"}],
             "requirementsAndConditions":"Không","keywords":"khai sinh; giấy khai sinh","procedureRelatedGroup":[{"code":"9.100002","name":"x"}],
             "isFullProcess":true,"updatedAt":1784332800000}
            """;

    private static final String EXCHANGE = """
            {"ID":"77","MATTHC":"9.100003","TENTTHC":"ĐĂNG KÝ THƯỜNG TRÚ MẪU","MACOQUANCONGBO":"000.00.00.G01","LOAITTHC":"TTHC đặc thù",
             "QUYETDINH":"10/QĐ-BCA","TRANGTHAI":"1","DIACHITIEPNHAN":"Công an cấp xã","YEUCAU":"Không","TUKHOA":"thường trú, nhập khẩu",
             "MOTA":"","MOTADOITUONGTHUCHIEN":"Người có chỗ ở hợp pháp","MOTACOQUANTHUCHIEN":"Công an cấp xã nơi cư trú",
             "CAPTHUCHIEN":[{"CAPTHUCHIEN":"4","TENCAP":"Cấp Xã"},{"CAPTHUCHIEN":"3","TENCAP":"Cấp Huyện"}],
             "LINHVUCTHUCHIEN":[{"MALINHVUC":"G01-CT","TENLINHVUC":"Đăng ký, quản lý cư trú"}],
             "DOITUONGTHUCHIEN":[{"MADOITUONG":"1","TENDOITUONG":"Công dân Việt Nam"}],
             "COQUANTHUCHIEN":[{"MADONVI":"G01.01","TENDONVI":"Công an xã"}],"COQUANPHOIHOP":[],
             "TRINHTUTHUCHIEN":[{"TRUONGHOP":"Nhập hộ","TRINHTU":[{"TENTRINHTU":"Nộp"},{"TENTRINHTU":"Nhận"}]},
                                {"TRUONGHOP":"Tách hộ","TRINHTU":[{"TENTRINHTU":"Nộp đơn tách"}]}],
             "CACHTHUCTHUCHIEN":[
               {"KENH":"1","THOIGIAN":[
                 {"THOIGIANGIAIQUYET":"7","DONVITINH":"Ngày làm việc","MOTA":"Trường hợp thường","PHILEPHI":[{"MAPHILEPHI":"Lệ phí","SOTIEN":"20000","DONVI":"VNĐ","MOTA":""}]},
                 {"THOIGIANGIAIQUYET":"","DONVITINH":"","MOTA":"Giải quyết ngay","PHILEPHI":[]}]},
               {"KENH":2,"THOIGIAN":[{"THOIGIANGIAIQUYET":3,"DONVITINH":"Tuần","MOTA":null,"PHILEPHI":[{"SOTIEN":0,"MOTA":"HĐND tỉnh quy định"}]}]}],
             "THANHPHANHOSO":[{"TRUONGHOP":"","GIAYTO":[{"MAGIAYTO":"CT01","TENGIAYTO":"Tờ khai CT01","SOBANCHINH":"1","SOBANSAO":"0","TENMAUDON":"CT01.docx","URL":"https://form.example/ct01"}]}],
             "KETQUATHUCHIEN":[{"MAKETQUA":"KQ1","TENKETQUA":"Thông báo"}],
             "CANCUPHAPLY":[{"SOVANBAN":"68/2020/QH14","TENVANBAN":"Luật Cư trú","COQUANBANHANH":"Quốc hội","NGAYBANHANH":"13/11/2020","NGAYHIEULUC":"2021-07-01"}],
             "TTHCLIENQUAN":[{"MATTHC":"9.100001"}],"TTHCLIENTHONG":["9.100002"]}
            """;

    private static CatalogueSource.Item item(String file) {
        return CatalogueFileTest.items(file.replace("\n", " ").getBytes(UTF_8)).getFirst();
    }

    private static CatalogueSource.Item.Usable usable(String file) {
        var item = item(file);
        return assertInstanceOf(CatalogueSource.Item.Usable.class, item, () -> String.valueOf(item));
    }

    @Test
    void portalRecordIsWhole() {
        var item = usable(PORTAL);
        var record = item.published();
        assertEquals("9.100001", record.code());
        assertEquals("Hộ tịch", record.field().name());
        assertEquals("Quốc tịch", record.otherFields().getFirst().name());
        assertEquals(Procedure.FormalityType.ASSIGNED_REGULATION, record.formalityType());
        assertEquals(Procedure.State.UPDATED, record.state());
        assertEquals("Dành cho trẻ em mới sinh\nDòng hai", record.description());
        assertEquals(List.of(Level.PROVINCE, Level.COMMUNE), record.levels());
        assertEquals(new AgencyRef("G15", "Bộ Tư pháp"), record.publishingAuthority());
        assertEquals(
                List.of(
                        "EXECUTING Bộ Tư pháp",
                        "EXECUTING UBND cấp xã",
                        "COMPETENT Chủ tịch UBND cấp xã",
                        "COORDINATING Công an cấp xã"),
                record.agencies().stream().map(a -> a.role() + " " + a.name()).toList());
        assertEquals("Bộ phận Một cửa", record.receptionAddress());
        assertEquals("1872/QĐ-BTP", record.decision().number());
        assertEquals(List.of("Bước 1: Nộp hồ sơ", "Nhận kết quả"), record.steps());
        assertEquals(List.of("9.100002"), record.related());
        assertEquals(List.of("khai sinh", "giấy khai sinh"), record.keywords());
        assertEquals(OnlineLevel.FULL, record.onlineLevel());
        assertEquals("Nghị quyết của HĐND", record.legalBasis().get(1).number());
        assertEquals(2026, record.source().updatedAt().getYear());
        assertEquals(
                new Procedure.Component("Tờ khai", 1, 0, "KQ.01", "to-khai.docx", "a-1", true, true),
                record.components().getFirst().items().getFirst());
        assertTrue(Completeness.of(record).complete());
    }

    @Test
    void portalMethodsKeepLimitsAndFeeTexts() {
        var wrong = assertInstanceOf(
                CatalogueSource.Item.Refused.class,
                item(PORTAL.replace("\"submissionMethod\":\"POSTAL\"", "\"submissionMethod\":\"DOVE\"")));
        assertTrue(
                wrong.why().reason().en().startsWith("/executionMethods/1/submissionMethod"),
                wrong.why().reason().en());
        var methods = usable(PORTAL).published().methods();
        assertEquals(
                List.of(Channel.DIRECT, Channel.ONLINE, Channel.POSTAL),
                methods.stream().map(Procedure.Method::channel).toList());
        assertEquals(
                new TimeLimit(BigDecimal.ONE, TimeUnit.WORKING_DAY, null),
                methods.get(1).timeLimit());
        assertEquals(
                new Fee(Fee.Kind.FEE, null, "VND", "Theo nghị quyết HĐND"),
                methods.getFirst().fees().getFirst());
        assertEquals(
                new Fee(Fee.Kind.CHARGE, 8000L, "VND", null),
                methods.getFirst().fees().get(1));
        assertEquals(
                new TimeLimit(new BigDecimal("2.5"), TimeUnit.OTHER, null),
                methods.get(2).timeLimit());
    }

    @Test
    void exchangeRecordIsWhole() {
        var record = usable(EXCHANGE).published();
        assertEquals("9.100003", record.code());
        assertEquals(new AgencyRef("G01", "Bộ Công an"), record.publishingAuthority());
        assertEquals(Procedure.FormalityType.PARTICULAR, record.formalityType());
        assertEquals(Procedure.State.ACTIVE, record.state());
        assertEquals(List.of(Level.COMMUNE, Level.DISTRICT_LEGACY), record.levels());
        assertEquals(List.of("Người có chỗ ở hợp pháp"), record.subjectNotes());
        assertEquals(
                List.of("Công an xã", "Công an cấp xã nơi cư trú"),
                record.agencies().stream().map(Procedure.AgencyRole::name).toList());
        assertEquals(List.of("Nộp", "Nhận", "Nộp đơn tách"), record.steps());
        assertEquals("Tách hộ", record.stepGroups().get(1).caseName());
        assertEquals(
                new Procedure.LegalBasis(
                        "68/2020/QH14",
                        "Luật Cư trú",
                        "Quốc hội",
                        LocalDate.of(2020, 11, 13),
                        LocalDate.of(2021, 7, 1)),
                record.legalBasis().getFirst());
        assertEquals(List.of("9.100001"), record.related());
        assertEquals(List.of("9.100002"), record.interlinked());
        assertEquals(
                new Procedure.Component(
                        "Tờ khai CT01", 1, 0, "CT01", "CT01.docx", "https://form.example/ct01", null, null),
                record.components().getFirst().items().getFirst());
        assertNull(record.components().getFirst().caseName());
        var methods = record.methods();
        assertEquals(
                new TimeLimit(new BigDecimal("7"), TimeUnit.WORKING_DAY, "Trường hợp thường"),
                methods.getFirst().timeLimit());
        assertEquals(
                new Fee(Fee.Kind.FEE, 20_000L, "VND", null),
                methods.getFirst().fees().getFirst());
        assertEquals(
                new TimeLimit(null, TimeUnit.OTHER, "Giải quyết ngay"),
                methods.get(1).timeLimit());
        assertEquals(
                new TimeLimit(new BigDecimal("3"), TimeUnit.OTHER, "3 Tuần"),
                methods.get(2).timeLimit());
        assertEquals(
                new Fee(null, null, "VND", "HĐND tỉnh quy định"),
                methods.get(2).fees().getFirst());
    }

    @Test
    void withdrawnAndInternalRecordsAreTold() {
        assertTrue(usable(EXCHANGE.replace("\"TRANGTHAI\":\"1\"", "\"TRANGTHAI\":\"0\""))
                .published()
                .withdrawn());
        assertTrue(usable(PORTAL.replace("\"UPDATED\"", "\"INACTIVE\""))
                .published()
                .withdrawn());
        assertTrue(usable(PORTAL.replace("\"isInternal\":false", "\"isInternal\":true"))
                .internal());
    }

    @Test
    void unknownApplicantWordIsKeptAsTextAndWarnedOf() {
        var item = usable(
                "{\"code\":\"1.010216\",\"name\":\"a\",\"field\":\"b\",\"subjects\":[\"Doanh nghiệp\",\"nhóm 1\"],\"portalState\":\"ACTIVE\"}");
        assertEquals(List.of(Subject.ENTERPRISE), item.published().subjects());
        assertEquals(List.of("nhóm 1"), item.published().subjectNotes());
        assertTrue(item.doubts().getFirst().reason().vi().contains("nhóm 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            13/11/2020 ~ 31/02/2020 ~ /CANCUPHAPLY/0/NGAYBANHANH
            13/11/2020 ~ hôm qua ~ /CANCUPHAPLY/0/NGAYBANHANH
            13/11/2020 ~ 2020-13-01 ~ /CANCUPHAPLY/0/NGAYBANHANH
            13/11/2020 ~ 0001-01-01 ~ /CANCUPHAPLY/0/NGAYBANHANH
            "SOBANCHINH":"1" ~ "SOBANCHINH":"-1" ~ /THANHPHANHOSO/0/GIAYTO/0/SOBANCHINH
            "SOBANCHINH":"1" ~ "SOBANCHINH":"một" ~ /THANHPHANHOSO/0/GIAYTO/0/SOBANCHINH
            "SOTIEN":"20000" ~ "SOTIEN":"1e999999999" ~ /CACHTHUCTHUCHIEN/0/THOIGIAN/0/PHILEPHI/0/SOTIEN
            "KENH":"1" ~ "KENH":"9" ~ /CACHTHUCTHUCHIEN/0/KENH
            "GIAYTO":[{ ~ "GIAYTO":["x",{ ~ /THANHPHANHOSO/0/GIAYTO/0
            "YEUCAU":"Không" ~ "YEUCAU":{} ~ /YEUCAU
            """)
    void nonsenseRefusesTheRecordAndNamesItsPlaceInTheFile(String from, String to, String pointer) {
        assertTrue(EXCHANGE.contains(from), from);
        var refused = assertInstanceOf(CatalogueSource.Item.Refused.class, item(EXCHANGE.replace(from, to)));
        assertEquals("9.100003", refused.code());
        assertTrue(
                refused.why().reason().vi().startsWith(pointer + ": "),
                refused.why().reason().vi());
        assertTrue(
                refused.why().reason().en().startsWith(pointer + ": "),
                refused.why().reason().en());
    }
}
