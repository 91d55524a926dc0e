package kz.qadam.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kz.qadam.trail.AuditClient;

/**
 * Fetches the segments of one stream that a directory does not have, and keeps what is checked. Then it asks the service to
 * make segments again, those of the last day and one of a hundred others, and compares.
 */
public final class Fetch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ALWAYS_AGAIN = Duration.ofDays(1);
    private static final double SOMETIMES_AGAIN = 0.01;

    private final ArchiveDirectory directory;
    private final AuditClient client;
    private final String stream;
    private final String path;
    private final RandomGenerator random;

    /**
     * Of one stream.
     *
     * @param stream such as {@code enrolment.trail}
     * @param path where the service shows its segments
     */
    public Fetch(ArchiveDirectory directory, AuditClient client, String stream, String path, RandomGenerator random) {
        this.directory = directory;
        this.client = client;
        this.stream = stream;
        this.path = path;
        this.random = random;
    }

    /**
     * Fetches, checks and keeps.
     *
     * @throws Refused if something is not as it should be; what was kept before stays
     * @throws IOException if the service does not answer, or the directory cannot be written
     */
    public void run(Instant now, Consumer<String> say) throws IOException, InterruptedException, Refused {
        List<SegmentManifest> kept = new ArrayList<>(directory.manifests(stream));
        int before = kept.size();
        for (JsonNode listed = after(kept); !listed.isEmpty(); listed = after(kept)) {
            for (JsonNode one : listed) {
                Optional<SegmentManifest> last =
                        kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
                kept.add(fetch(one.path("number").asLong(), last));
            }
        }
        int compared = 0;
        for (SegmentManifest manifest : kept) {
            boolean isRecent = manifest.sealedAt().isAfter(now.minus(ALWAYS_AGAIN));
            if (isRecent || random.nextDouble() < SOMETIMES_AGAIN) {
                requireAgain(manifest);
                compared++;
            }
        }
        say.accept("%s: %d segments, %d of them new; %d were made again, nothing differs"
                .formatted(stream, kept.size(), kept.size() - before, compared));
    }

    private JsonNode after(List<SegmentManifest> kept) throws IOException, InterruptedException {
        long last = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number();
        return JSON.readTree(client.bytes(path + "/segments?limit=1000&after=" + last))
                .path("items");
    }

    private SegmentManifest fetch(long number, Optional<SegmentManifest> before)
            throws IOException, InterruptedException, Refused {
        String at = path + "/segments/" + number;
        SegmentManifest manifest = SegmentManifest.parse(stream, client.bytes(at + ".manifest"));
        if (manifest.number() != number
                || number != before.map(SegmentManifest::number).orElse(0L) + 1) {
            throw new Refused("%s: after segment %d comes %d.".formatted(stream, number - 1, manifest.number()));
        }
        if (before.isPresent() && !before.get().key().equals(manifest.key())) {
            throw new Refused("%s: it is signed by another key than the one before it.".formatted(manifest.path()));
        }
        var segment = new Segment(manifest, client.bytes(at + ".sig"), client.bytes(at + ".ndjson.gz"));
        segment.require(directory.key(manifest.key()), before);
        directory.add(segment);
        return manifest;
    }

    /** Names the first line that differs. */
    private void requireAgain(SegmentManifest manifest) throws IOException, InterruptedException, Refused {
        String at = path + "/segments/" + manifest.number() + "/again";
        JsonNode again = JSON.readTree(client.bytes(at));
        if (again.path("data").asText().equals(manifest.data())) {
            return;
        }
        List<String> made = new String(client.bytes(at + ".ndjson"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        var kept = new Segment(manifest, new byte[0], directory.read(manifest.path() + ".ndjson.gz"));
        List<String> sealed =
                new String(kept.lines(), StandardCharsets.UTF_8).lines().toList();
        int line = 0;
        while (line < Math.min(made.size(), sealed.size()) && made.get(line).equals(sealed.get(line))) {
            line++;
        }
        throw new Refused("%s: line %d was altered, removed or added after it was sealed. Sealed: %s Now: %s"
                .formatted(manifest.path(), line + 1, shown(sealed, line), shown(made, line)));
    }

    private static String shown(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "no such line.";
    }
}
