package vn.motcua.feedback.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of this machine. What is there is whole: files are written beside their place and moved. */
public final class DiskStore implements AttachmentStore {
    private final Path folder;

    public DiskStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String reference, byte[] bytes, String mediaType) throws IOException {
        var place = place(reference);
        Files.createDirectories(place.getParent());
        var beside = Files.createTempFile(place.getParent(), "new-", ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public InputStream open(String reference) throws IOException {
        return Files.newInputStream(place(reference));
    }

    @Override
    public void delete(String reference) throws IOException {
        Files.deleteIfExists(place(reference));
    }

    private Path place(String reference) {
        var place = folder.resolve(reference).normalize();
        if (!place.startsWith(folder)) {
            throw new IllegalArgumentException("not a reference of this store");
        }
        return place;
    }
}
