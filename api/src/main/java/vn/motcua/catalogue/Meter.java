package vn.motcua.catalogue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Keeps a record without end from filling the memory, and knows the line when a file turns out to be broken. */
final class Meter extends FilterReader {
    /** A record of the portal has some ten thousand characters; the longest seen had a quarter of a million. */
    static final int LONGEST_RECORD = 4 << 20;

    private long line = 1;
    private long sinceRecord;

    Meter(Reader file) {
        super(file);
    }

    /** About where reading stands: a little behind what has been read ahead. */
    long line() {
        return line;
    }

    void recordBegins() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        sinceRecord += Math.max(0, read);
        if (sinceRecord > LONGEST_RECORD) {
            throw Malformed.recordTooLong(line, LONGEST_RECORD);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
