package kz.qadam.chassis.base.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * A key file that may be replaced while the service runs. Its keys are read again when they are older than a given age.
 *
 * @param <K> the object that is made from the file
 */
public final class WatchedKeyFile<K> {

    private static final Logger LOG = Logger.getLogger(WatchedKeyFile.class);

    private final Path file;
    private final Function<KeyFile, K> read;
    private final long nanos;
    private byte[] content;
    private volatile K keys;
    private volatile long lookedAt;

    /** @throws IllegalStateException if the file cannot be read now: a service does not start without keys */
    public WatchedKeyFile(Path file, Duration age, Function<KeyFile, K> read) {
        this.file = file;
        this.read = read;
        this.nanos = age.toNanos();
        this.keys = read.apply(KeyFile.read(file));
        this.content = content();
        this.lookedAt = System.nanoTime();
    }

    public K now() {
        if (System.nanoTime() - lookedAt >= nanos) {
            look();
        }
        return keys;
    }

    /**
     * The same; the file is read again if the keys do not satisfy the predicate, since another instance may already use
     * newer keys.
     */
    public K now(Predicate<K> does) {
        K present = now();
        return does.test(present) || !look() ? present : keys;
    }

    /** Checks at once whether the file was replaced. While it cannot be read, the former keys stay in use. */
    public synchronized boolean look() {
        lookedAt = System.nanoTime();
        try {
            byte[] present = content();
            if (Arrays.equals(present, content)) {
                return false;
            }
            keys = read.apply(KeyFile.read(file));
            content = present;
            LOG.infof("The keys of %s were replaced", file.getFileName());
            return true;
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            LOG.errorf("The key file %s was replaced by an invalid one: %s", file, e.getMessage());
            return false;
        }
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
