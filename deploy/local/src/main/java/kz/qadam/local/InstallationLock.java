package kz.qadam.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A lock file that shows that a launcher uses an installation, with its ports. The system releases the lock when the
 * process ends.
 */
final class InstallationLock implements AutoCloseable {

    private final FileChannel file;

    private InstallationLock(FileChannel file) {
        this.file = file;
    }

    static InstallationLock on(Path path, Ports ports) throws IOException {
        Unprivileged.here().create(path.getParent());
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(file)) {
            file.close();
            String pid = read(path).getProperty("pid");
            throw new CannotStart(
                    "Qadam runs already on these data, as process %s: kill -INT %s stops it.".formatted(pid, pid));
        }
        var text =
                new StringBuilder("pid=%d\n".formatted(ProcessHandle.current().pid()));
        ports.asText().forEach((part, port) -> text.append("%s=%s\n".formatted(part, port)));
        file.truncate(0);
        file.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        file.force(true);
        return new InstallationLock(file);
    }

    /** The ports of the launcher that uses the installation now. */
    static Optional<Ports> holder(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (locks(file)) {
                return Optional.empty();
            }
        }
        Properties written = read(path);
        return Optional.of(Ports.of(
                written.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, written::getProperty))));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Properties read(Path path) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(path)));
        return properties;
    }
}
