package kz.qadam.chassis.base.crypto;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A properties file with keys, which only the user who runs this process may access; or, as an orchestrator mounts it, the
 * superuser, and the group of this process to read it. {@code <purpose>.<id>} is a key of
 * 32 bytes in Base64, {@code <purpose>.current} is the id of the key that encrypts new data.
 */
public final class KeyFile {

    private static final int BYTES = 32;

    /** A number where the users have no names, as in a container. */
    private static final Set<String> SUPERUSER = Set.of("root", "0");

    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** A Secret of Kubernetes belongs to root, and fsGroup lets the group of the process read it. */
    private static final Set<PosixFilePermission> MOUNTED =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);

    private final Path file;
    private final Properties all = new Properties();

    private KeyFile(Path file) throws IOException {
        this.file = file;
        requireProtected(file);
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws IllegalStateException if the file cannot be read, or other users may read it too
     */
    public static KeyFile read(Path file) {
        try {
            return new KeyFile(file);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be read", e);
        }
    }

    /**
     * The keys of one purpose.
     *
     * @throws IllegalStateException if the purpose has no current key, or a key is invalid
     */
    public KeyRing ring(String purpose) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (String name : all.stringPropertyNames()) {
            String id = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(purpose + ".") && !id.equals("current")) {
                keys.put(id, key(name));
            }
        }
        String current = all.getProperty(purpose + ".current");
        if (current == null || !keys.containsKey(current)) {
            throw new IllegalStateException("%s: %s.current does not name one of its keys".formatted(file, purpose));
        }
        return new KeyRing(current, keys);
    }

    private byte[] key(String name) {
        byte[] key = Base64.getDecoder().decode(all.getProperty(name).strip());
        if (key.length != BYTES) {
            throw new IllegalStateException("%s: %s is not %d bytes in Base64".formatted(file, name, BYTES));
        }
        return key;
    }

    /** Fails if others may access the file; the message says what to do. */
    static void requireProtected(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return; // The file system has no owners and modes.
        }
        PosixFileAttributes attributes = view.readAttributes();
        whyRefused(attributes.owner().getName(), attributes.permissions(), ThisProcess.USER.getName())
                .ifPresent(reason -> {
                    throw new IllegalStateException("The key file %s %s".formatted(file, reason.formatted(file)));
                });
    }

    /**
     * Why a file is refused, and what to do.
     *
     * @param user the user of this process
     * @return empty if it is accepted
     */
    static Optional<String> whyRefused(String owner, Set<PosixFilePermission> permissions, String user) {
        boolean isMounted = SUPERUSER.contains(owner) && !SUPERUSER.contains(user);
        if (isMounted && MOUNTED.containsAll(permissions)) {
            return Optional.empty();
        }
        if (!owner.equals(user)) {
            return Optional.of(
                    "belongs to %s, and this service runs as %s. Run: chown %2$s %%s".formatted(owner, user));
        }
        return permissions.stream().anyMatch(OTHERS::contains)
                ? Optional.of("may be accessed by other users. Run: chmod 600 %s")
                : Optional.empty();
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
