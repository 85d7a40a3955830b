package vn.motcua.dossier;

import java.util.List;

/** A synchronisation call as the contract describes it; the service reads it field by field. */
record NationalSyncCall(String session, String madonvi, String service, String isUpdating, List<Object> data) {
    NationalSyncCall {
        data = List.copyOf(data);
    }

    @Override
    public String toString() {
        return "NationalSyncCall[" + service + "]";
    }
}
