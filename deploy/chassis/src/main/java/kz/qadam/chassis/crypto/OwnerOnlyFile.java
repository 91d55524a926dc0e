package kz.qadam.chassis.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/** Checks that a file with secrets belongs to the user who runs this process, and that no other user may access it. */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private OwnerOnlyFile() {}

    /**
     * Checks a file.
     *
     * @throws IllegalStateException if another user owns the file or may access it; the message says what to do
     */
    static void require(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return; // The file system has no owners and modes.
        }
        PosixFileAttributes attributes = view.readAttributes();
        if (!attributes.owner().equals(ThisProcess.USER)) {
            throw new IllegalStateException(
                    "The key file %s belongs to %s, and this service runs as %s. Run: chown %3$s %1$s"
                            .formatted(file, attributes.owner().getName(), ThisProcess.USER.getName()));
        }
        if (attributes.permissions().stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException(
                    "The key file %s may be accessed by other users. Run: chmod 600 %1$s".formatted(file));
        }
    }

    /** Determined once, by the owner of a file that this process creates: the user may have no name. */
    private static final class ThisProcess {

        static final UserPrincipal USER = user();

        private static UserPrincipal user() {
            try {
                Path made = Files.createTempFile("owner", null);
                try {
                    return Files.getOwner(made);
                } finally {
                    Files.delete(made);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
