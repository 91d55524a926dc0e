package kz.qadam.chassis.events.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.RelayConfig;

/** Seals what is new in the trail. It waits for no open transaction, and leaves none out. */
@ApplicationScoped
class Sealer {

    private final Segments segments;
    private final AnchorSender anchors;
    private final ArchiveConfig config;

    Sealer(Segments segments, AnchorSender anchors, ArchiveConfig config) {
        this.segments = segments;
        this.anchors = anchors;
        this.config = config;
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
            loops.start("archive", every, () -> lease.isHeld() && sealAndTell(), lease);
        }
    }

    private boolean sealAndTell() throws InterruptedException {
        boolean mayBeMore = seal(key());
        if (!mayBeMore) {
            anchors.send();
        }
        return mayBeMore;
    }

    /** Read each time: a service that only migrates has none. */
    private SigningKey key() {
        return SigningKey.read(
                config.key().orElseThrow(() -> new IllegalStateException("qadam.archive.key names no key file")));
    }

    /**
     * Seals the next segment, or finishes the one that an instance has left open.
     *
     * @return whether there may be more
     */
    boolean seal(SigningKey key) {
        Optional<Segment> opened = segments.open();
        opened.ifPresent(segment -> close(segment, segments.pack(segment), key));
        return opened.filter(segment -> segment.rows() > 0).isPresent();
    }

    /** Closes a segment; false if another instance has done so already. */
    boolean close(Segment opened, PackedLines lines, SigningKey key) {
        Optional<Segment> before = segments.find(opened.epoch(), opened.number() - 1);
        Segment closed = opened.closed(lines, before, key.id());
        return segments.close(closed, lines, key);
    }
}
