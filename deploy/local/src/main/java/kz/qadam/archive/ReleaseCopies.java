package kz.qadam.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import kz.qadam.trail.AuditClient;

/** Copies of the public releases in a directory of the archive: if the database loses some, they are put back from here. */
public final class ReleaseCopies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/releases";

    private final AuditClient reporting;
    private final ArchiveDirectory directory;

    public ReleaseCopies(AuditClient reporting, ArchiveDirectory directory) {
        this.reporting = reporting;
        this.directory = directory;
    }

    /**
     * Takes the releases that are new, and compares the others by their digests.
     *
     * @throws Refused if a release is another one than the service says, or than before
     */
    public void fetch(Consumer<String> say) throws IOException, InterruptedException, Refused {
        int all = 0;
        int fresh = 0;
        String from = "";
        JsonNode page;
        do {
            page = JSON.readTree(reporting.bytes(PATH + "?limit=1000" + from));
            for (JsonNode release : page.path("items")) {
                all++;
                fresh += keep(
                                release.path("number").asLong(),
                                release.path("digest").asText())
                        ? 1
                        : 0;
            }
            from = "&cursor=" + page.path("cursor").asText();
        } while (page.path("items").size() == 1000);
        say.accept("releases: %d, %d of them new".formatted(all, fresh));
    }

    /** Returns whether it is new. */
    private boolean keep(long number, String digest) throws IOException, InterruptedException, Refused {
        Optional<byte[]> kept = directory.release(number);
        byte[] document = kept.isPresent() ? kept.get() : reporting.bytes(PATH + "/" + number);
        if (!Digests.of(document).equals(digest)) {
            throw new Refused("Release %d is another one than %s: a release never changes."
                    .formatted(number, kept.isPresent() ? "its copy" : "its digest says"));
        }
        if (kept.isEmpty()) {
            directory.addRelease(number, document);
        }
        return kept.isEmpty();
    }
}
