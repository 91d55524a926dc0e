package kz.qadam.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Fetches the segments that a directory does not have, of all streams, and keeps what is checked. Then it asks the services
 * to make segments again, those of the last two hours and about twenty others, compares, and confirms.
 */
public final class Fetch {

    private static final Duration ALWAYS_AGAIN = Duration.ofHours(2);
    private static final int SOMETIMES_AGAIN = 20;

    private final List<SealedStream> streams;
    private final RandomGenerator random;

    public Fetch(List<SealedStream> streams, RandomGenerator random) {
        this.streams = streams;
        this.random = random;
    }

    /**
     * Fetches, checks, keeps and confirms.
     *
     * @throws Refused if something is not as it should be; what was kept before stays
     * @throws IOException if a service does not answer, or the directory cannot be written
     */
    public void run(Instant now, Consumer<String> say) throws IOException, InterruptedException, Refused {
        List<Integer> before = streams.stream().map(Fetch::size).toList();
        List<String> waiting = fetch();
        var erased = new ErasedSubjects(streams);
        for (int i = 0; i < streams.size(); i++) {
            SealedStream stream = streams.get(i);
            stream.requireLast();
            int compared = compare(stream, now, erased);
            if (waiting.isEmpty()) {
                stream.confirm();
            }
            int all = size(stream);
            say.accept("%s: %d segments, %d of them new; %d were made again, nothing differs%s"
                    .formatted(stream.name(), all, all - before.get(i), compared, abandoned(stream)));
        }
        if (!waiting.isEmpty()) {
            throw new Refused(waiting.get(0));
        }
    }

    private static int size(SealedStream stream) {
        return stream.kept().size() + stream.abandoned().size();
    }

    private static String abandoned(SealedStream stream) {
        return stream.abandoned().isEmpty()
                ? ""
                : "; its database was restored: %d segments that were sealed after the backup are kept as evidence"
                        .formatted(stream.abandoned().size());
    }

    /**
     * A segment is kept when all segments are kept that its lines say were sealed before it. So the streams are read by
     * turns, until nothing is new; what still waits then is for a segment that is no more.
     *
     * @return for what segments wait
     */
    private List<String> fetch() throws IOException, InterruptedException, Refused {
        List<String> waiting = new ArrayList<>();
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            waiting.clear();
            for (SealedStream stream : streams) {
                boolean wasBegun = stream.hasBegun();
                Optional<Segment> next = stream.next();
                // What it takes back, nobody waits for any more.
                isNew |= stream.hasBegun() && !wasBegun;
                while (next.isPresent() && missing(next.get()).isEmpty()) {
                    stream.keep(next.get());
                    isNew = true;
                    next = stream.next();
                }
                if (next.isPresent()) {
                    waiting.add(missing(next.get()).orElseThrow());
                }
            }
        }
        return waiting;
    }

    /** Which segment of another stream a line names that is not kept; empty if there is none. */
    private Optional<String> missing(Segment segment) throws Refused {
        for (Anchor anchor : segment.manifest().anchors()) {
            String by = segment.manifest().path() + ".manifest";
            if (!isKept(anchor, by)) {
                return Optional.of(cut(anchor, by));
            }
        }
        List<String> lines = segment.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Anchor> anchor = Anchor.in(lines.get(i));
            if (anchor.isPresent()) {
                String by = "line %d of %s".formatted(i + 1, segment.manifest().path());
                if (!isKept(anchor.get(), by)) {
                    return Optional.of(cut(anchor.get(), by));
                }
            }
        }
        return Optional.empty();
    }

    private static String cut(Anchor anchor, String by) {
        return "%s is not there, and %s says that it was sealed: its stream was cut, or somebody has written that line."
                .formatted(anchor.path(), by);
    }

    private boolean isKept(Anchor anchor, String by) throws Refused {
        for (SealedStream stream : streams) {
            if (stream.name().equals(anchor.stream())) {
                return stream.isAnchored(anchor, by);
            }
        }
        return false;
    }

    private int compare(SealedStream stream, Instant now, ErasedSubjects erased)
            throws IOException, InterruptedException, Refused {
        int compared = 0;
        var again = new MadeAgain(stream, erased, now);
        int all = stream.kept().size();
        if (stream.hasBegun()) {
            // Its service has other segments under these numbers.
            return 0;
        }
        for (SegmentManifest manifest : stream.kept()) {
            boolean isRecent = manifest.sealedAt().isAfter(now.minus(ALWAYS_AGAIN));
            boolean isChosen = random.nextDouble() * all < SOMETIMES_AGAIN;
            if ((isRecent || isChosen) && again.require(manifest)) {
                compared++;
            }
        }
        return compared;
    }
}
