package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The two services of the national synchronisation, each with what one of its records means as events. */
enum NationalService {
    /** A whole dossier (đồng bộ hồ sơ một cửa): reception, its supplements, its present state. */
    DongBoHoSoMC {
        @Override
        List<DossierEvent> events(NationalRecord record, Reading as) {
            return new WholeDossier(record, as.unit(), as.coding(), as.history(), as.now()).events();
        }
    },
    /** One step (cập nhật tiến độ). */
    CapNhatTienDoHoSoMC {
        @Override
        List<DossierEvent> events(NationalRecord record, Reading as) {
            var status = record.text("TrangThai");
            var said = record.text("NoiDungXuLy");
            var position = join(record.text("ChucDanh"), record.text("PhongBanXuLy"));
            var official = record.text("NguoiXuLy");
            return List.of(new NationalStep(record, status, record.time("ThoiDiemXuLy"))
                    .agencies(as.unit(), null)
                    .reason(said)
                    .handler(official, position)
                    .event());
        }
    };

    /**
     * How a record is read.
     *
     * @param unit the unit that the call names, null for none
     * @param history what the same system said of this dossier before
     * @param now the time of the record in the call
     */
    record Reading(String unit, ApplicantCoding coding, SourceHistory history, OffsetDateTime now) {}

    abstract List<DossierEvent> events(NationalRecord record, Reading as);

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
