package kz.qadam.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from their jar once for each version. */
final class PostgresBinaries {

    /** Names the archive that the programs are from. */
    private static final String ORIGIN = "unpacked-from";

    private PostgresBinaries() {}

    /**
     * Unpacks under a temporary name and renames the directory when it is complete, so that a second process finds all
     * files. Programs of another version are replaced, so that existing data get the fixes of a new one. PostgreSQL may run
     * as another user.
     */
    static Path unpackedIn(Path directory) throws IOException {
        URL archive = archive();
        String origin = checksum(archive);
        if (isFrom(origin, directory)) {
            return directory;
        }
        Path parent = directory.toAbsolutePath().getParent();
        Unprivileged.here().create(parent);
        Path fresh = Files.createTempDirectory(parent, "unpacking");
        Tar.makeReadable(fresh);
        try (InputStream packed = archive.openStream()) {
            Tar.unpack(new XZInputStream(new BufferedInputStream(packed)), fresh);
        }
        Files.writeString(fresh.resolve(ORIGIN), origin);
        if (isFrom(origin, directory)) {
            // Another process was quicker, and may use them already.
            Trees.delete(fresh);
            return directory;
        }
        Path former = parent.resolve(fresh.getFileName() + "-former");
        try {
            if (Files.isDirectory(directory)) {
                Files.move(directory, former);
            }
            Files.move(fresh, directory);
        } catch (IOException e) {
            Trees.delete(fresh);
            if (!isFrom(origin, directory)) {
                throw e;
            }
        }
        Trees.delete(former);
        return directory;
    }

    private static boolean isFrom(String origin, Path directory) throws IOException {
        Path noted = directory.resolve(ORIGIN);
        return Files.exists(noted) && Files.readString(noted).equals(origin);
    }

    /** The checksum and size that the jar has of its entry: nothing has to be read for them. */
    private static String checksum(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            return "%s %08x %d".formatted(entry.getName(), entry.getCrc(), entry.getSize());
        }
        return "%s %d".formatted(archive.getPath(), connection.getContentLengthLong());
    }

    private static URL archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = "amd64 x86_64".contains(System.getProperty("os.arch")) ? "x86_64" : "arm_64";
        String name = "/postgres-%s-%s.txz".formatted(system, processor);
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new IOException("No PostgreSQL for this machine: " + name + " is not on the class path");
        }
        return archive;
    }
}
