package vn.motcua.identity;

import java.util.List;

/** What became of a request to be forgotten, part by part. */
public record ErasureReport(List<ErasedPart> parts) {
    public ErasureReport {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param deleted how many things are gone
     * @param kept what stays and why; null when nothing does
     */
    public record ErasedPart(String part, long deleted, String kept) {}
}
