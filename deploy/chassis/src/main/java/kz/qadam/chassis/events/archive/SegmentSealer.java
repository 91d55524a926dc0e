package kz.qadam.chassis.events.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.OlderDatabaseCheck;
import kz.qadam.chassis.events.kafka.RelayConfig;

/** Seals what is new in the streams of a service. It waits for no open transaction, and leaves none out. */
@ApplicationScoped
public class SegmentSealer implements OlderDatabaseCheck {

    private final Segments segments;
    private final AnchorSender anchors;
    private final SentSegments sentSegments;
    private final ArchiveConfig config;
    private final List<ArchiveStream> streams;

    private boolean isCompared;

    SegmentSealer(
            Segments segments,
            AnchorSender anchors,
            SentSegments sentSegments,
            ArchiveConfig config,
            @All List<ArchiveStream> more) {
        this.segments = segments;
        this.anchors = anchors;
        this.sentSegments = sentSegments;
        this.config = config;
        this.streams = new ArrayList<>(more);
        this.streams.add(0, ArchiveStream.TRAIL);
    }

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            RelayConfig relay,
            Database database,
            InstanceName instance,
            MeterRegistry metrics) {
        if (relay.enabled()) {
            Duration every = config.sealEvery();
            var lease = new Lease(database, "archive", instance.toString(), every.multipliedBy(2));
            lease.addMetrics(metrics);
            loops.start("archive", every, () -> compared(lease.isHeld()) && sealAndSend(), lease);
        }
    }

    /** Whether this instance seals; it first compares its database with what was sent to the others. */
    private boolean compared(boolean isHeld) {
        if (isHeld && !isCompared) {
            missing().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
        }
        isCompared = isHeld;
        return isHeld;
    }

    @Override
    public Optional<String> missing() {
        return lost().stream()
                .findFirst()
                .map(one -> "The others have the segment %s of this service, and its database has not."
                        .formatted(one.checkLine()));
    }

    /** The segments of this service that Kafka has and its database has not. Only what its own keys have signed counts. */
    List<SegmentSealed> lost() {
        Set<String> known = new HashSet<>();
        if (hasKey()) {
            SegmentSigningKeys own = keys();
            known.add(own.key().publicPem());
            own.next().map(SigningKey::publicPem).ifPresent(known::add);
        }
        for (ArchiveStream stream : streams) {
            segments.newest(stream)
                    .map(newest -> segments.publicKey(stream, newest))
                    .ifPresent(known::add);
        }
        return sentSegments.missing(streams, known);
    }

    List<ArchiveStream> streams() {
        return streams;
    }

    private boolean sealAndSend() throws InterruptedException {
        boolean mayBeMore = false;
        RuntimeException failure = null;
        for (ArchiveStream stream : streams) {
            try {
                if (segments.newest(stream).flatMap(Segment::nextKey).isPresent()) {
                    // The others believe a new key only after they have seen who named it.
                    anchors.send(stream);
                }
                boolean more = seal(stream);
                mayBeMore |= more;
                if (!more) {
                    anchors.send(stream);
                }
            } catch (RuntimeException e) {
                // The other streams go on.
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return mayBeMore;
    }

    /** Whether this instance can seal: one that only answers has no key. */
    public boolean hasKey() {
        return config.key().isPresent();
    }

    /** Read each time: a service that only migrates has none. */
    private SegmentSigningKeys keys() {
        SigningKey key = SigningKey.read(
                config.key().orElseThrow(() -> new IllegalStateException("qadam.archive.key names no key file")));
        return new SegmentSigningKeys(
                key,
                config.nextKey().map(SigningKey::read).filter(next -> !next.id().equals(key.id())));
    }

    void requireKeys() {
        require(keys());
    }

    /** @throws IllegalStateException if a stream goes on with another key */
    void require(SegmentSigningKeys own) {
        for (ArchiveStream stream : streams) {
            Optional<Segment> newest = segments.newest(stream);
            own.after(newest, newest.map(one -> segments.publicKey(stream, one)));
        }
    }

    /**
     * Seals the next segment of a stream, or finishes the one that an instance has left open.
     *
     * @return whether there may be more
     */
    public boolean seal(ArchiveStream stream) {
        return seal(stream, keys());
    }

    boolean seal(ArchiveStream stream, SegmentSigningKeys keys) {
        Optional<Segment> opened = segments.open(stream);
        opened.ifPresent(segment -> close(stream, segment, segments.pack(stream, segment), keys));
        return opened.filter(segment -> segment.rows() > 0).isPresent();
    }

    /** Closes a segment; false if another instance has done so already. */
    boolean close(ArchiveStream stream, Segment opened, PackedLines lines, SegmentSigningKeys own) {
        Optional<Segment> before = segments.find(stream, opened.number() - 1);
        SegmentSigningKeys keys = own.after(before, before.map(one -> segments.publicKey(stream, one)));
        Optional<String> abandoned = before.filter(one -> one.epoch() < opened.epoch())
                .flatMap(one -> segments.abandoned(stream, opened.epoch()));
        Segment closed = opened.closed(stream.view(), lines, named(stream, before), abandoned, keys);
        return segments.close(stream, closed, lines, keys.key());
    }

    /** The segment before; for another stream than the trail also the newest one of the trail. */
    private List<Segment> named(ArchiveStream stream, Optional<Segment> before) {
        List<Segment> named = new ArrayList<>();
        before.ifPresent(named::add);
        if (!stream.equals(ArchiveStream.TRAIL)) {
            segments.newest(ArchiveStream.TRAIL).ifPresent(named::add);
        }
        return named;
    }
}
