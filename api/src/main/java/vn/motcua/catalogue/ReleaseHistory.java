package vn.motcua.catalogue;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which releases there were, and which of them last touched each procedure: the order of the change feed.
 *
 * @param releases publication time by number
 * @param touched the last release that changed each public procedure or took it from the public
 */
record ReleaseHistory(NavigableMap<Long, OffsetDateTime> releases, Map<String, Touch> touched) {
    /** {@code gone}: abolished, or no longer public. */
    record Touch(long release, boolean gone) {}

    ReleaseHistory {
        releases = new TreeMap<>(releases);
        touched = Map.copyOf(touched);
    }

    /** The newest release; 0 before the first one. */
    long latest() {
        return releases.isEmpty() ? 0 : releases.lastKey();
    }

    Optional<OffsetDateTime> publishedAt(long release) {
        return Optional.ofNullable(releases.get(release));
    }

    /** When the last change of this procedure was published. */
    Optional<OffsetDateTime> changedAt(String code) {
        return Optional.ofNullable(touched.get(code)).flatMap(touch -> publishedAt(touch.release()));
    }

    /** Tells a release from one of the same number in a database that was restored and went another way, or another build. */
    String mark(long release) {
        return Curated.VERSION
                + publishedAt(release)
                        .map(at -> Long.toString(
                                at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000, Character.MAX_RADIX))
                        .orElse("0");
    }
}
