package vn.motcua.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way out, which says at every tenth how far it is. */
final class UploadProgress extends FilterInputStream {
    private static final int STEPS = 10;

    private final long size;
    private final Progress progress;
    private long sent;
    private long told;

    private UploadProgress(InputStream file, long size, Progress progress) {
        super(file);
        this.size = size;
        this.progress = progress;
    }

    static UploadProgress of(Path file, long size, Progress progress) {
        try {
            return new UploadProgress(Files.newInputStream(file), size, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sent += Math.max(0, read);
        long step = size == 0 ? STEPS : sent * STEPS / size;
        if (step > told) {
            told = step;
            progress.say(
                    step == STEPS
                            ? "  100 % sent; comparing and publishing …"
                            : "  %d %% (%,d of %,d KiB)".formatted(step * 100 / STEPS, sent / 1024, size / 1024));
        }
        return read;
    }
}
