package kz.qadam.chassis.events.archive;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.CompactedTopicReaders;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.trail.Trail;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * The segments of other services, which this one keeps: what was sealed there cannot be cut or written anew without a
 * trace here. Each is an entry of the trail, so it is sealed here, too.
 */
@ApplicationScoped
class Anchors {

    /**
     * Of the segment that it names as the one before; else of the segment itself or one before it, as far as they have come; else
     * of the oldest one.
     */
    private static final String KEY = """
            select public_key as key, case when (epoch, number) < (:epoch, :number) then manifest else '' end as manifest
              from archive_anchor
             where stream = :stream
             order by strpos(:manifest, digest || '  ' || stream) > 0 desc, (epoch, number) <= (:epoch, :number) desc,
                      case when (epoch, number) <= (:epoch, :number) then -epoch else epoch end,
                      case when (epoch, number) <= (:epoch, :number) then -number else number end,
                      received_at
             limit 1
            """;

    /**
     * Two manifests of one number contradict each other, and so do two that follow each other if the later one does not
     * name the earlier one.
     */
    private static final String KEEP = """
            insert into archive_anchor (stream, epoch, number, digest, manifest, signature, public_key, contradicts)
            select :stream, :epoch, :number, :digest, :manifest, :signature, :key, exists (
                select from archive_anchor
                 where stream = :stream and epoch = :epoch
                   and (number = :number and digest <> :digest
                     or number = :number - 1 and strpos(:manifest, digest) = 0
                     or number = :number + 1 and strpos(manifest, :digest) = 0))
            on conflict (stream, epoch, number, digest) do nothing
            returning contradicts
            """;

    private final Database database;
    private final Trail trail;
    private final Set<String> streams;
    private final String own;

    Anchors(
            Database database,
            Trail trail,
            ArchiveConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.trail = trail;
        this.streams = config.anchorsOf().orElse(Set.of());
        this.own = "/" + service;
    }

    void start(@Observes StartupEvent event, CompactedTopicReaders readers) {
        readers.start("archive-anchor-feed", SegmentSealed.TOPIC, Map.of(), this::take);
    }

    /** Keeps the segments of others, and returns those that are refused. */
    List<DeadLetter> take(List<DeliveredEvent> delivered) {
        List<DeadLetter> refused = new ArrayList<>();
        for (DeliveredEvent one : delivered) {
            if (!one.event().source().equals(own)) {
                try {
                    SegmentSealed sealed = SegmentSealed.read(one.event());
                    database.<Void>transaction(handle -> keep(handle, sealed));
                } catch (UnreadableEventException e) {
                    refused.add(new DeadLetter(one.record(), e));
                }
            }
        }
        return refused;
    }

    private Void keep(Handle handle, SegmentSealed sealed) {
        requireKnown(handle, sealed);
        Optional<Boolean> contradicts = handle.createQuery(KEEP)
                .bind("stream", sealed.stream())
                .bind("epoch", sealed.epoch())
                .bind("number", sealed.number())
                .bind("digest", sealed.digest())
                .bind("manifest", sealed.manifest())
                .bind("signature", Base64.getDecoder().decode(sealed.signature()))
                .bind("key", sealed.key())
                .mapTo(Boolean.class)
                .findOne();
        contradicts.ifPresent(isSo -> trail.addAnchor(handle, sealed.checkLine(), isSo));
        return null;
    }

    /** The first key of a stream is trusted. Whether it is the right one is checked by whoever fetches the archive. */
    private void requireKnown(Handle handle, SegmentSealed sealed) {
        if (!streams.contains(sealed.stream())) {
            throw new UnreadableEventException("No other service has this stream.");
        }
        boolean isKnown = handle.createQuery(KEY)
                .bind("stream", sealed.stream())
                .bind("epoch", sealed.epoch())
                .bind("number", sealed.number())
                .bind("manifest", sealed.manifest())
                .map((row, context) ->
                        SegmentManifest.nextKey(row.getString("manifest")).orElse(row.getString("key")))
                .findOne()
                .map(sealed.key()::equals)
                .orElse(true);
        if (!isKnown) {
            throw new UnreadableEventException("It is signed by another key than the segments before it.");
        }
    }
}
