package kz.qadam.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that only its owner can access, written as a whole: who reads it meanwhile, or after a power failure, sees the
 * content before or after. What it is written for may be stored only when it is on the disk: a database keeps what it was
 * told, and cannot be read without its keys.
 */
record PrivateFile(Path path) {

    static final Set<PosixFilePermission> OWNERS_ALONE = PosixFilePermissions.fromString("rw-------");

    /** Writes the file, also in place of an existing one. */
    void replace(String content) throws IOException {
        Files.move(written(content), path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Trees.flush(directory());
    }

    /**
     * Writes the file unless it exists. If two processes do this at once, the first one wins, so callers read the content
     * back.
     */
    void keep(String content) throws IOException {
        Path fresh = written(content);
        try {
            Files.move(fresh, path);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
        Trees.flush(directory());
    }

    /** A new file with this content, beside the file whose content it shall be. */
    private Path written(String content) throws IOException {
        Trees.create(directory());
        Path fresh = Files.createTempFile(directory(), "new", null, PosixFilePermissions.asFileAttribute(OWNERS_ALONE));
        Files.writeString(fresh, content);
        Trees.flush(fresh);
        return fresh;
    }

    private Path directory() {
        return path.toAbsolutePath().getParent();
    }
}
