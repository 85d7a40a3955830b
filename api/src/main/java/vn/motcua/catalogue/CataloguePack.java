package vn.motcua.catalogue;

import java.time.OffsetDateTime;

/**
 * The whole public catalogue in one file: gzip of one JSON document a line, see docs/catalogue.md.
 *
 * @param cursor where the change feed goes on behind it
 * @param sha256 of the file, in hex
 * @param contentSize bytes when unpacked
 * @param contentSha256 of the unpacked file, in hex: the same whatever packed it
 */
record CataloguePack(
        long release,
        OffsetDateTime publishedAt,
        String cursor,
        int procedures,
        byte[] file,
        String sha256,
        long contentSize,
        String contentSha256) {}
