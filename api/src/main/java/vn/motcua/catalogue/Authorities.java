package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/** Authorities that files name without a code, or by code without a name (QĐ 20/2020/QĐ-TTg, 09/2025/QĐ-TTg). */
final class Authorities {
    /** The first name of a code is the one it is shown by. */
    private static final String LIST = """
            G01 Bộ Công an
            G02 Bộ Công thương
            G03 Bộ Giáo dục và Đào tạo
            G06 Bộ Khoa học và Công nghệ
            G08 Bộ Ngoại giao
            G09 Bộ Nội vụ
            G10 Bộ Nông nghiệp và Môi trường
            G11 Bộ Quốc phòng
            G12 Bộ Tài chính
            G15 Bộ Tư pháp
            G16 Bộ Văn hóa, Thể thao và Du lịch
            G17 Bộ Xây dựng
            G18 Bộ Y tế
            G19 Ngân hàng Nhà nước Việt Nam
            G20 Thanh tra Chính phủ
            G21 Bộ Dân tộc và Tôn giáo
            G22 Văn phòng Chính phủ
            G27 Đài Tiếng nói Việt Nam
            G28 Đài Truyền hình Việt Nam
            G30 Thông tấn xã Việt Nam
            G31 Viện Hàn lâm Khoa học và Công nghệ Việt Nam
            G32 Viện Hàn lâm Khoa học xã hội Việt Nam
            G35 Ủy ban An toàn giao thông Quốc gia
            G38 Ủy ban sông Mê Công Việt Nam
            G39 Hội đồng đánh giá trữ lượng khoáng sản quốc gia
            G17 Bộ xây dựng (Giao thông vận tải cũ)
            H01 UBND tỉnh An Giang
            H05 UBND tỉnh Bắc Ninh
            H12 UBND tỉnh Cà Mau
            H13 Ủy ban nhân dân thành phố Cần Thơ
            H14 UBND tỉnh Cao Bằng
            H15 UBND tỉnh Đắk Lắk
            H17 UBND Thành phố Đà Nẵng
            H18 UBND tỉnh Điện Biên
            H19 UBND Thành phố Đồng Nai
            H20 UBND tỉnh Đồng Tháp
            H21 UBND tỉnh Gia Lai
            H24 UBND Thành phố Hải Phòng
            H26 UBND Thành phố Hà Nội
            H27 UBND tỉnh Hà Tĩnh
            H29 UBND Thành phố Hồ Chí Minh
            H31 Ủy ban nhân dân tỉnh Hưng Yên
            H32 Ủy ban nhân dân tỉnh Khánh Hòa
            H35 UBND tỉnh Lai Châu
            H36 UBND tỉnh Lâm Đồng
            H37 UBND tỉnh Lạng Sơn
            H38 UBND tỉnh Lào Cai
            H41 UBND tỉnh Nghệ An
            H42 UBND tỉnh Ninh Bình
            H44 UBND tỉnh Phú Thọ
            H48 UBND tỉnh Quảng Ngãi
            H49 UBND tỉnh Quảng Ninh
            H50 UBND tỉnh Quảng Trị
            H52 UBND tỉnh Sơn La
            H53 UBND tỉnh Tây Ninh
            H55 UBND tỉnh Thái Nguyên
            H56 UBND tỉnh Thanh Hóa
            H57 UBND Thành phố Huế
            H60 UBND tỉnh Tuyên Quang
            H61 UBND tỉnh Vĩnh Long
            """;

    private static final Map<String, String> CODES = new LinkedHashMap<>();
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        LIST.lines().forEach(line -> {
            var code = line.substring(0, 3);
            var name = line.substring(4);
            CODES.put(key(name), code);
            NAMES.putIfAbsent(code, name);
        });
    }

    private Authorities() {}

    /** An authority that is not in the list keeps its name and has no code. */
    static AgencyRef of(String name) {
        return new AgencyRef(CODES.get(key(name)), name.strip());
    }

    /** An authority by its code, in the long form ({@code 000.00.00.G15}) or the short one. Unknown codes stand for themselves. */
    static AgencyRef coded(String code) {
        var shortCode = code.strip().replaceFirst("^(000\\.00\\.00\\.)", "");
        return new AgencyRef(shortCode, NAMES.getOrDefault(shortCode, shortCode));
    }

    private static String key(String name) {
        return String.join(" ", Folding.foldedWords(name))
                .replaceFirst("^uy ban nhan dan ", "ubnd ")
                .replaceFirst("^ubnd (tinh|thanh pho) ", "ubnd ");
    }
}
