package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keyed hashes of what an applicant may prove a look-up with; 32 bytes each, the latest eight are kept. */
record Proofs(byte[] bytes) {
    static final int HASH = 32;
    static final int MAX = 8;
    static final Proofs NONE = new Proofs(new byte[0]);

    static Proofs of(List<byte[]> hashes) {
        var distinct = new ArrayList<byte[]>();
        for (var hash : hashes) {
            distinct.removeIf(known -> Arrays.equals(known, hash));
            distinct.add(hash);
        }
        var kept = distinct.subList(Math.max(0, distinct.size() - MAX), distinct.size());
        var bytes = new byte[kept.size() * HASH];
        for (int i = 0; i < kept.size(); i++) {
            System.arraycopy(kept.get(i), 0, bytes, i * HASH, HASH);
        }
        return new Proofs(bytes);
    }

    List<byte[]> hashes() {
        var hashes = new ArrayList<byte[]>();
        for (int i = 0; i < bytes.length; i += HASH) {
            hashes.add(Arrays.copyOfRange(bytes, i, i + HASH));
        }
        return hashes;
    }

    Proofs and(Proofs later) {
        if (later.bytes.length == 0) {
            return this;
        }
        var all = new ArrayList<>(hashes());
        all.addAll(later.hashes());
        return of(all);
    }
}
