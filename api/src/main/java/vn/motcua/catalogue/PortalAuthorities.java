package vn.motcua.catalogue;

import java.util.Map;

/** Codes of the authorities that the portal's export gives by name only (QĐ 20/2020/QĐ-TTg, 09/2025/QĐ-TTg). */
final class PortalAuthorities {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("bo cong an", "G01"),
            Map.entry("bo cong thuong", "G02"),
            Map.entry("bo giao duc va dao tao", "G03"),
            Map.entry("bo khoa hoc va cong nghe", "G06"),
            Map.entry("bo ngoai giao", "G08"),
            Map.entry("bo noi vu", "G09"),
            Map.entry("bo nong nghiep va moi truong", "G10"),
            Map.entry("bo quoc phong", "G11"),
            Map.entry("bo tai chinh", "G12"),
            Map.entry("bo tu phap", "G15"),
            Map.entry("bo van hoa the thao va du lich", "G16"),
            Map.entry("bo xay dung", "G17"),
            Map.entry("bo y te", "G18"),
            Map.entry("ngan hang nha nuoc viet nam", "G19"),
            Map.entry("thanh tra chinh phu", "G20"),
            Map.entry("bo dan toc va ton giao", "G21"),
            Map.entry("van phong chinh phu", "G22"),
            Map.entry("dai tieng noi viet nam", "G27"),
            Map.entry("dai truyen hinh viet nam", "G28"),
            Map.entry("thong tan xa viet nam", "G30"),
            Map.entry("vien han lam khoa hoc va cong nghe viet nam", "G31"),
            Map.entry("vien han lam khoa hoc xa hoi viet nam", "G32"),
            Map.entry("uy ban an toan giao thong quoc gia", "G35"),
            Map.entry("uy ban song me cong viet nam", "G38"),
            Map.entry("hoi dong danh gia tru luong khoang san quoc gia", "G39"),
            Map.entry("bo xay dung giao thong van tai cu", "G17"),
            Map.entry("ubnd an giang", "H01"),
            Map.entry("ubnd bac ninh", "H05"),
            Map.entry("ubnd ca mau", "H12"),
            Map.entry("ubnd can tho", "H13"),
            Map.entry("ubnd cao bang", "H14"),
            Map.entry("ubnd dak lak", "H15"),
            Map.entry("ubnd da nang", "H17"),
            Map.entry("ubnd dien bien", "H18"),
            Map.entry("ubnd dong nai", "H19"),
            Map.entry("ubnd dong thap", "H20"),
            Map.entry("ubnd gia lai", "H21"),
            Map.entry("ubnd hai phong", "H24"),
            Map.entry("ubnd ha noi", "H26"),
            Map.entry("ubnd ha tinh", "H27"),
            Map.entry("ubnd ho chi minh", "H29"),
            Map.entry("ubnd hung yen", "H31"),
            Map.entry("ubnd khanh hoa", "H32"),
            Map.entry("ubnd lai chau", "H35"),
            Map.entry("ubnd lam dong", "H36"),
            Map.entry("ubnd lang son", "H37"),
            Map.entry("ubnd lao cai", "H38"),
            Map.entry("ubnd nghe an", "H41"),
            Map.entry("ubnd ninh binh", "H42"),
            Map.entry("ubnd phu tho", "H44"),
            Map.entry("ubnd quang ngai", "H48"),
            Map.entry("ubnd quang ninh", "H49"),
            Map.entry("ubnd quang tri", "H50"),
            Map.entry("ubnd son la", "H52"),
            Map.entry("ubnd tay ninh", "H53"),
            Map.entry("ubnd thai nguyen", "H55"),
            Map.entry("ubnd thanh hoa", "H56"),
            Map.entry("ubnd hue", "H57"),
            Map.entry("ubnd tuyen quang", "H60"),
            Map.entry("ubnd vinh long", "H61"));

    private PortalAuthorities() {}

    /** An authority that is not in the list keeps its name and has no code. */
    static AgencyRef of(String name) {
        var key = String.join(" ", Folding.foldedWords(name))
                .replaceFirst("^uy ban nhan dan ", "ubnd ")
                .replaceFirst("^ubnd (tinh|thanh pho) ", "ubnd ");
        return new AgencyRef(CODES.get(key), name.strip());
    }
}
