package kz.qadam.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Segments of one stream as the service makes them now, compared with what it has sealed. */
final class MadeAgain {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STAYS = Duration.ofDays(365);
    private static final Pattern DROPPED = Pattern.compile("\"subject\":\"[0-9]{4}-[0-9]{2} [0-9]+/([0-9]{1,18})\"");
    private static final String NO_DIGEST = "\"committed\":null}";

    private final SealedStream stream;
    private final ErasedSubjects erased;
    private final Instant now;
    private long droppedThrough = -1;

    /** @param erased of whom something may be missing */
    MadeAgain(SealedStream stream, ErasedSubjects erased, Instant now) {
        this.stream = stream;
        this.erased = erased;
        this.now = now;
    }

    /**
     * Has a segment made again, and names the first line that differs. Only an erasure takes something away: texts, which
     * are not in the lines, and what opens the digest of a reference.
     *
     * @return false if the entries have left the database, so that nothing can be compared
     */
    boolean require(SegmentManifest manifest) throws IOException, InterruptedException, Refused {
        List<String> sealed = stream.lines(manifest);
        JsonNode again = JSON.readTree(stream.file(manifest.number() + "/again"));
        if (again.path("dropped").asBoolean()) {
            requireDropped(manifest);
            return false;
        }
        for (JsonNode subject : again.path("cleared")) {
            requireErased(manifest, subject.asText());
        }
        if (again.path("data").asText().equals(manifest.data())) {
            return true;
        }
        List<String> made = new String(stream.file(manifest.number() + "/again.ndjson"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int line = 0; line < Math.max(made.size(), sealed.size()); line++) {
            if (line >= Math.min(made.size(), sealed.size())
                    || !made.get(line).equals(withoutOpened(sealed.get(line), made.get(line)))) {
                throw new Refused("%s: line %d was altered, removed or added after it was sealed. Sealed: %s Now: %s"
                        .formatted(manifest.path(), line + 1, shown(sealed, line), shown(made, line)));
            }
            if (!made.get(line).equals(sealed.get(line))) {
                requireErased(
                        manifest, JSON.readTree(made.get(line)).path("subject").asText());
            }
        }
        return true;
    }

    /** A sealed entry says that the month was dropped, and nothing of the last year ever is. */
    private void requireDropped(SegmentManifest manifest) throws IOException, Refused {
        if (droppedThrough < 0) {
            droppedThrough = droppedThrough();
        }
        if (manifest.sealedAt().isAfter(now.minus(STAYS)) || manifest.number() > droppedThrough) {
            throw new Refused(
                    "%s: its entries have left the database, and no sealed entry says that their month was dropped."
                            .formatted(manifest.path()));
        }
    }

    private long droppedThrough() throws IOException, Refused {
        long through = 0;
        for (SegmentManifest manifest : stream.kept()) {
            for (String line : stream.lines(manifest)) {
                Matcher dropped = DROPPED.matcher(line);
                if (line.contains("\"action\":\"drop a month\"") && dropped.find()) {
                    through = Math.max(through, Long.parseLong(dropped.group(1)));
                }
            }
        }
        return through;
    }

    private void requireErased(SegmentManifest manifest, String subject) throws IOException, Refused {
        if (!erased.contains(subject)) {
            throw new Refused(
                    ("%s: something about %s was cleared, and no sealed erasure says so. If somebody was erased a"
                                    + " moment ago, fetch again after the next seal.")
                            .formatted(manifest.path(), subject.isEmpty() ? "an entry without a subject" : subject));
        }
    }

    /** A sealed line as it is made again when the salt of its digest is gone. */
    private static String withoutOpened(String sealed, String made) {
        return made.endsWith(NO_DIGEST) ? sealed.replaceFirst("\"committed\":\"[0-9a-f]{64}\"}$", NO_DIGEST) : sealed;
    }

    private static String shown(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "no such line.";
    }
}
