package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;

/** The two services of the national synchronisation, each with what one of its records means as events. */
enum NationalService {
    /** A whole dossier (đồng bộ hồ sơ một cửa): reception, its supplements, its present state. */
    DongBoHoSoMC {
        @Override
        List<DossierEvent> events(NationalRecord record, String unit, ApplicantCoding coding) {
            return new WholeDossier(record, unit, coding).events();
        }
    },
    /** One step (cập nhật tiến độ). */
    CapNhatTienDoHoSoMC {
        @Override
        List<DossierEvent> events(NationalRecord record, String unit, ApplicantCoding coding) {
            var status = record.text("TrangThai");
            var said = record.text("NoiDungXuLy");
            var position = join(record.text("ChucDanh"), record.text("PhongBanXuLy"));
            var official = record.text("NguoiXuLy");
            return List.of(new NationalStep(record, status, record.time("ThoiDiemXuLy"))
                    .agencies(unit, null)
                    .reason(said)
                    .handler(official, position)
                    .event());
        }
    };

    abstract List<DossierEvent> events(NationalRecord record, String unit, ApplicantCoding coding);

    static Optional<NationalService> parse(String name) {
        for (var service : values()) {
            if (service.name().equalsIgnoreCase(name)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    private static String join(String one, String other) {
        return one == null || other == null ? (one == null ? other : one) : one + ", " + other;
    }
}
