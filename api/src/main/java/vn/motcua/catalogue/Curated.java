package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Data about procedures that come with the build and not with a release. A build that brings other data changes records
 * without a place in the change feed, so phones that followed the one before start again from the pack.
 */
final class Curated {
    /** Changes with the data; empty when there are none. */
    static final String VERSION = version("/catalogue/life-events.tsv");

    private Curated() {}

    private static String version(String resource) {
        try (var in = Curated.class.getResourceAsStream(resource)) {
            return in == null ? "" : Digests.tag(in.readAllBytes()).substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("damaged build: " + resource, e);
        }
    }
}
