package kz.qadam.chassis.crypto;

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
 * A key file that may be replaced while the service runs. Whoever asks gets its keys, at most so old.
 *
 * @param <K> what is made of the file
 */
public final class WatchedKeyFile<K> {

    private static final Logger LOG = Logger.getLogger(WatchedKeyFile.class);

    private final Path file;
    private final Function<KeyFile, K> read;
    private final long nanos;
    private byte[] content;
    private volatile K keys;
    private volatile long lookedAt;

    /** @throws IllegalStateException if it cannot be read now: without keys nothing can begin */
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

    /** The same; looked at once more if they do not do, since another instance may have heard of new ones earlier. */
    public K now(Predicate<K> does) {
        K present = now();
        return does.test(present) || !look() ? present : keys;
    }

    /** Looks at once whether it was replaced. While it cannot be read, the keys stay what they were. */
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
            LOG.errorf("The key file %s was changed to something that is none: %s", file, e.getMessage());
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
