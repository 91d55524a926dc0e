package kz.qadam.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from their jar. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks under a temporary name and renames the directory when it is complete, so that a second process finds all
     * files. PostgreSQL may run as another user.
     */
    static Path unpackedIn(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Unprivileged.here().create(directory.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "unpacking");
        Tar.makeReadable(fresh);
        Tar.unpack(new XZInputStream(new BufferedInputStream(archive())), fresh);
        try {
            Files.move(fresh, directory);
        } catch (IOException e) {
            Trees.delete(fresh);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        return directory;
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = "amd64 x86_64".contains(System.getProperty("os.arch")) ? "x86_64" : "arm_64";
        String name = "/postgres-%s-%s.txz".formatted(system, processor);
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("No PostgreSQL for this machine: " + name + " is not on the class path");
        }
        return archive;
    }
}
