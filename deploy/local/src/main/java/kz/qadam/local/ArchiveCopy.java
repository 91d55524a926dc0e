package kz.qadam.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kz.qadam.archive.ArchiveDirectory;
import kz.qadam.archive.Fetch;
import kz.qadam.archive.Refused;
import kz.qadam.archive.ReleaseCopies;
import kz.qadam.archive.SealedStream;
import kz.qadam.trail.AuditClient;

/** A copy of the archive of all services, in a directory. */
record ArchiveCopy(Path directory, Function<Service, AuditClient> clients) {

    private static final int FIRST_AFTER_MINUTES = 2;
    private static final int EVERY_MINUTES = 15;

    /** Takes the public keys that the services show, to be compared with the operator's. */
    void takeKeys(Consumer<String> say) throws IOException, InterruptedException, Refused {
        var kept = new ArchiveDirectory(directory);
        for (Service service : Service.values()) {
            byte[] pem = clients.apply(service).bytes(service.trail() + "/segments/key.pem");
            say.accept("%s: keys/%s.pem"
                    .formatted(service.module(), kept.addKey(new String(pem, StandardCharsets.UTF_8))));
        }
    }

    /** Takes the segments that are new, checks and keeps them, and has older ones made again. */
    void fetch(Consumer<String> say) throws IOException, InterruptedException, Refused {
        fetch(say, false);
    }

    /**
     * The same.
     *
     * @param acceptsRestored whether a person has made sure that databases were restored which have begun another epoch
     */
    void fetch(Consumer<String> say, boolean acceptsRestored) throws IOException, InterruptedException, Refused {
        var kept = new ArchiveDirectory(directory);
        List<SealedStream> streams = new ArrayList<>();
        for (Service service : Service.values()) {
            for (Map.Entry<String, String> stream : new TreeMap<>(service.streams()).entrySet()) {
                streams.add(new SealedStream(
                        stream.getKey(), stream.getValue(), clients.apply(service), kept, acceptsRestored));
            }
        }
        new Fetch(streams, RandomGenerator.getDefault()).run(Clock.systemUTC().instant(), say);
        new ReleaseCopies(clients.apply(Service.REPORTING), kept).fetch(say);
    }

    /**
     * Fetches again and again while this program runs, with the keys that the services show: so the archive is checked from
     * the first day on, until an auditor does so elsewhere.
     *
     * @param alarm says what is refused, or that a service does not answer
     */
    static void keep(Suite suite, Path directory, Consumer<String> alarm) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "archive");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(
                () -> keepNow(suite, directory, alarm), FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private static void keepNow(Suite suite, Path directory, Consumer<String> alarm) {
        try {
            String token = suite.token("auditor");
            var copy = new ArchiveCopy(directory, service -> new AuditClient(suite.uri(service), token));
            copy.takeKeys(said -> {});
            copy.fetch(said -> {});
        } catch (Refused e) {
            alarm.accept("The archive is not as it should be: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            alarm.accept("The archive was not fetched, and is tried again: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
