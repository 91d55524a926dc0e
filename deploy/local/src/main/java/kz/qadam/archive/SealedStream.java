package kz.qadam.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.trail.AuditClient;

/** The segments of one stream: those that are kept, and those that its service has. */
public final class SealedStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EPOCHS_AT_MOST = 9;
    private static final int LISTED_AT_ONCE = 100;
    private static final Duration BACKUPS_GO_BACK = Duration.ofDays(35);

    private final String name;
    private final String path;
    private final AuditClient client;
    private final ArchiveDirectory directory;
    private final boolean acceptsRestored;
    private final List<SegmentManifest> kept = new ArrayList<>();
    private final List<SegmentManifest> abandoned = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();

    /** The numbers of the segments that follow, as far as they are known. */
    private final Deque<Long> listed = new ArrayDeque<>();

    /** The segment that follows, if it is fetched: it may have to wait for segments of other streams. */
    private Optional<Segment> next = Optional.empty();

    /** The first segment of another epoch, which is not kept yet. */
    private Optional<SegmentManifest> begun = Optional.empty();

    /**
     * A stream, with what the directory has of it.
     *
     * @param name such as {@code enrolment.trail}
     * @param path where the service shows its segments
     * @param acceptsRestored whether a person has made sure that the database was restored, if another epoch has begun
     * @throws Refused if the directory has foreign files, or a manifest that is none
     */
    public SealedStream(
            String name, String path, AuditClient client, ArchiveDirectory directory, boolean acceptsRestored)
            throws IOException, Refused {
        this.acceptsRestored = acceptsRestored;
        this.name = name;
        this.path = path + "/segments";
        this.client = client;
        this.directory = directory;
        for (SegmentManifest manifest : directory.manifests(name)) {
            requireNext(manifest);
            directory.requireWhole(manifest);
            add(manifest);
        }
        if (last().isPresent()) {
            SegmentManifest newest = last().get();
            byte[] signature = directory.read(newest.path() + ".sig");
            new Segment(newest, signature, new byte[0]).requireSignature(directory.key(newest.key()));
        }
    }

    /** The first segment of another epoch ends what follows the one before it: that stays as evidence. */
    private void add(SegmentManifest manifest) {
        kept.stream().filter(one -> one.number() >= manifest.number()).forEach(abandoned::add);
        kept.removeAll(abandoned);
        kept.add(manifest);
        digests.put(manifest.path(), manifest.digest());
    }

    /** The copy is a chain without a gap: so the signature of the last segment is one of all. */
    private void requireNext(SegmentManifest manifest) throws Refused {
        boolean isFollowing = last().isEmpty()
                ? manifest.number() == 1
                : manifest.epoch() == last().get().epoch()
                        ? manifest.number() == last().get().number() + 1
                        : manifest.epoch() > last().get().epoch();
        String before = before(manifest).map(SegmentManifest::digest).orElse("none");
        String named = manifest.before().map(SegmentManifest.Checked::digest).orElse("none");
        if (!isFollowing || !named.equals(before)) {
            throw new Refused(
                    "%s: segment %d is missing, or there twice, or another one than the next names: the copy was altered."
                            .formatted(
                                    manifest.path(),
                                    last().map(SegmentManifest::number).orElse(0L) + 1));
        }
        requireAbandoned(manifest);
    }

    /** The segment before: the last one, or in another epoch the last one from which the stream goes on. */
    private Optional<SegmentManifest> before(SegmentManifest manifest) {
        return kept.stream()
                .filter(one -> one.number() == manifest.number() - 1)
                .findFirst();
    }

    /** If a manifest names what is abandoned, and that is kept, it is what is kept. */
    private void requireAbandoned(SegmentManifest manifest) throws Refused {
        for (SegmentManifest one : kept) {
            if (manifest.abandoned()
                    .filter(named ->
                            named.number() == one.number() && !named.digest().equals(one.digest()))
                    .isPresent()) {
                throw new Refused("%s: it abandons another segment than %s, which is kept."
                        .formatted(manifest.path(), one.path()));
            }
        }
    }

    String name() {
        return name;
    }

    List<SegmentManifest> kept() {
        return kept;
    }

    /** What was sealed after a backup to which the database went back later. */
    List<SegmentManifest> abandoned() {
        return abandoned;
    }

    private Optional<SegmentManifest> last() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    /** The segment that follows those that are kept, checked but for its anchors; empty if the service has none. */
    Optional<Segment> next() throws IOException, InterruptedException, Refused {
        if (next.isEmpty()) {
            if (listed.isEmpty()) {
                list();
            }
            next = listed.isEmpty() ? Optional.empty() : Optional.of(fetch(listed.remove()));
        }
        return next;
    }

    private void list() throws IOException, InterruptedException {
        JsonNode found = isLastThere() ? JSON.createArrayNode() : firstOfNextEpoch(last().orElseThrow());
        if (found.isEmpty()) {
            found = listed(
                    LISTED_AT_ONCE,
                    "after=" + last().map(SegmentManifest::number).orElse(0L));
        }
        found.forEach(one -> listed.add(one.path("number").asLong()));
    }

    /** Not if the service has begun another epoch since, after its database went back to a backup. */
    private boolean isLastThere() throws IOException, InterruptedException {
        return last().isEmpty()
                || client.find(path + "/" + last().get().number() + ".manifest")
                        .filter(now -> new String(now, StandardCharsets.UTF_8)
                                .equals(last().get().text()))
                        .isPresent();
    }

    /** Whether the service has begun another epoch of which nothing is kept yet. */
    boolean hasBegun() {
        return begun.isPresent();
    }

    private JsonNode firstOfNextEpoch(SegmentManifest last) throws IOException, InterruptedException {
        JsonNode first = JSON.createArrayNode();
        for (int epoch = last.epoch() + 1; first.isEmpty() && epoch <= last.epoch() + EPOCHS_AT_MOST; epoch++) {
            first = listed(1, "after=0&epoch=" + epoch);
        }
        return first;
    }

    private JsonNode listed(int limit, String from) throws IOException, InterruptedException {
        return JSON.readTree(client.bytes("%s?limit=%d&%s".formatted(path, limit, from)))
                .path("items");
    }

    private Segment fetch(long number) throws IOException, InterruptedException, Refused {
        SegmentManifest manifest = SegmentManifest.parse(name, file(number + ".manifest"));
        long expected = last().map(SegmentManifest::number).orElse(0L) + 1;
        boolean isOfEpoch = last().isEmpty() || manifest.epoch() == last().get().epoch();
        if (manifest.number() != number || (isOfEpoch && number != expected)) {
            throw new Refused("%s: after segment %d comes %d.".formatted(name, expected - 1, manifest.number()));
        }
        Optional<SegmentManifest> before = before(manifest);
        if (!isOfEpoch) {
            requireRestored(manifest, before);
            begun = Optional.of(manifest);
        }
        if (before.isPresent() && !isKeyAfter(before.get(), manifest.key())) {
            throw new Refused("%s: it is signed by another key than the one before it, which names no such next key."
                    .formatted(manifest.path()));
        }
        var segment = new Segment(manifest, file(number + ".sig"), file(number + ".ndjson.gz"));
        segment.require(directory.key(manifest.key()), before);
        requireAbandoned(manifest);
        return segment;
    }

    /**
     * Another epoch takes back what was sealed: only if the database was restored, which a person has to confirm, and not
     * further than backups go.
     */
    private void requireRestored(SegmentManifest manifest, Optional<SegmentManifest> before) throws Refused {
        SegmentManifest newest = last().orElseThrow();
        if (before.isEmpty()
                || before.get().sealedAt().isBefore(newest.sealedAt().minus(BACKUPS_GO_BACK))) {
            throw new Refused("%s: it takes back more than a backup does: the stream was written anew."
                    .formatted(manifest.path()));
        }
        if (!acceptsRestored) {
            throw new Refused(
                    ("%s: it follows segment %d, of %s, and takes back %d segments that are kept. Was the database"
                                    + " restored? Ask its operator, and fetch by fetch-restored.")
                            .formatted(
                                    manifest.path(),
                                    before.get().number(),
                                    before.get().sealedAt(),
                                    newest.number() - before.get().number()));
        }
    }

    private static boolean isKeyAfter(SegmentManifest last, String key) throws Refused {
        return key.equals(
                last.nextKey().isPresent()
                        ? ArchiveDirectory.idOf(last.nextKey().get())
                        : last.key());
    }

    void keep(Segment segment) throws IOException, Refused {
        if (segment.manifest().nextKey().isPresent()) {
            directory.addKey(segment.manifest().nextKey().get());
        }
        directory.add(segment);
        add(segment.manifest());
        next = Optional.empty();
        begun = Optional.empty();
    }

    /**
     * Whether what another stream says of this one is so; false if the segment is not kept yet.
     *
     * @throws Refused if the segment has another manifest
     */
    boolean isAnchored(Anchor anchor, String by) throws Refused {
        if (isAbandoned(anchor)) {
            return true;
        }
        String digest = digests.get(anchor.path());
        if (digest != null && !digest.equals(anchor.digest())) {
            throw new Refused("%s.manifest is %s, and %s says that it was %s: it was written anew."
                    .formatted(anchor.path(), digest, by, anchor.digest()));
        }
        return digest != null;
    }

    /** Whether a segment that is not kept was abandoned: so it can be fetched no more. */
    private boolean isAbandoned(Anchor anchor) {
        return !digests.containsKey(anchor.path())
                && Stream.concat(kept.stream(), begun.stream())
                        .anyMatch(one -> one.epoch() > anchor.epoch() && one.number() <= anchor.number());
    }

    /** Whether the service still has the last segment that is kept. */
    void requireLast() throws IOException, InterruptedException, Refused {
        if (last().isPresent() && begun.isEmpty()) {
            SegmentManifest one = last().get();
            String now = new String(file(one.number() + ".manifest"), StandardCharsets.UTF_8);
            if (!now.equals(one.text())) {
                throw new Refused("%s.manifest is another one now: the stream was written anew.".formatted(one.path()));
            }
        }
    }

    /**
     * The lines of a kept segment.
     *
     * @throws Refused if they are not those of its manifest
     */
    List<String> lines(SegmentManifest manifest) throws IOException, Refused {
        var segment = new Segment(manifest, new byte[0], directory.read(manifest.path() + ".ndjson.gz"));
        segment.requireLines();
        return segment.text().lines().toList();
    }

    /** Tells the service that all segments up to the last one are kept and checked. */
    void confirm() throws IOException, InterruptedException {
        if (last().isPresent()) {
            SegmentManifest one = last().get();
            client.put(
                    "%s/%d/confirmation".formatted(path, one.number()),
                    "{\"manifest\":\"%s\"}".formatted(one.digest()));
        }
    }

    /** A file of the service, by its name in the list of segments. */
    byte[] file(String file) throws IOException, InterruptedException, Refused {
        return client.find(path + "/" + file)
                .orElseThrow(() -> new Refused(
                        "%s: the service does not have %s: its newest segments were cut.".formatted(name, file)));
    }
}
