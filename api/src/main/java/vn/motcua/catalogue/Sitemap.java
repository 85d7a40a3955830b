package vn.motcua.catalogue;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Vietnam;

/** The pages of all procedures for search engines (sitemaps.org); an index of several files when there are too many for one. */
final class Sitemap {
    /** The protocol's limit. */
    static final int MOST = 50_000;

    private static final String OPEN =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final Shelf shelf;
    private final SiteConfig site;
    private final int most;

    Sitemap(Shelf shelf, SiteConfig site, int most) {
        this.shelf = shelf;
        this.site = site;
        this.most = most;
    }

    /** What {@code /sitemap.xml} answers. */
    String root() {
        int files = files();
        if (files <= 1) {
            return file(codes());
        }
        var xml = new StringBuilder(OPEN.formatted("sitemapindex"));
        for (int number = 1; number <= files; number++) {
            place(xml, "sitemap", site.url() + "/sitemap-" + number + ".xml", Optional.empty());
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    /** File {@code number} of an index, from 1. */
    Optional<String> part(int number) {
        int files = files();
        if (files <= 1 || number < 1 || number > files) {
            return Optional.empty();
        }
        var codes = codes();
        return Optional.of(file(codes.subList((number - 1) * most, Math.min(number * most, codes.size()))));
    }

    private int files() {
        return (shelf.records().size() + most - 1) / most;
    }

    private List<String> codes() {
        return shelf.records().stream().map(PublishedRecord::code).toList();
    }

    private String file(List<String> codes) {
        var xml = new StringBuilder(codes.size() * 128).append(OPEN.formatted("urlset"));
        codes.forEach(code -> place(xml, "url", site.page(code), shelf.history().changedAt(code)));
        return xml.append("</urlset>\n").toString();
    }

    private static void place(StringBuilder xml, String element, String address, Optional<OffsetDateTime> changed) {
        xml.append("<")
                .append(element)
                .append("><loc>")
                .append(escaped(address))
                .append("</loc>");
        changed.ifPresent(at -> xml.append("<lastmod>")
                .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Vietnam.time(at).truncatedTo(ChronoUnit.SECONDS)))
                .append("</lastmod>"));
        xml.append("</").append(element).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
