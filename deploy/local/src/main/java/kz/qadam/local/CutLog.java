package kz.qadam.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a power failure may do to a broker that has not written everything to the disk: a partition ends earlier. */
final class CutLog {

    /** Where a batch of records says how long it is, and which offset its last record has. */
    private static final int LENGTH_AT = 8;

    private static final int HEAD = 12;
    private static final int LAST_AT = 23;

    private CutLog() {}

    /**
     * Cuts the end off the only segment of a partition, while the broker is stopped.
     *
     * @param broker the broker's directory
     * @param partition such as {@code qadam.completions-0}
     * @param from the first offset that is lost, with the whole batch in which it is
     */
    static void cut(Path broker, String partition, long from) throws IOException {
        Path directory = broker.resolve(partition);
        try (var log = new RandomAccessFile(
                directory.resolve("00000000000000000000.log").toFile(), "rw")) {
            log.setLength(end(log, from));
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(CutLog::isMadeFromTheLog).toList()) {
                Files.delete(file);
            }
        }
        // As after a crash: the broker looks at every record.
        for (String name : List.of(".kafka_cleanshutdown", "recovery-point-offset-checkpoint")) {
            Files.deleteIfExists(broker.resolve(name));
        }
    }

    private static long end(RandomAccessFile log, long from) throws IOException {
        long at = 0;
        while (at + LAST_AT < log.length()) {
            log.seek(at);
            long first = log.readLong();
            log.seek(at + LAST_AT);
            if (first + log.readInt() >= from) {
                return at;
            }
            log.seek(at + LENGTH_AT);
            at += HEAD + log.readInt();
        }
        return log.length();
    }

    private static boolean isMadeFromTheLog(Path file) {
        String name = file.toString();
        return name.endsWith("index") || name.endsWith(".snapshot");
    }
}
