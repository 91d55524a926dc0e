package kz.qadam.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people and records that were erased, as sealed events say. They are read when somebody asks. */
final class ErasedSubjects {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ERASURE =
            Pattern.compile("\"type\":\"kz\\.qadam\\.learner\\.(completions-)?erased\\.v1\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<SealedStream> streams;
    private Set<String> known;

    ErasedSubjects(List<SealedStream> streams) {
        this.streams = streams;
    }

    /** Whether an erasure names this person, enrolment or completion. */
    boolean contains(String subject) throws IOException, Refused {
        if (known == null) {
            known = read();
        }
        return known.contains(subject);
    }

    private Set<String> read() throws IOException, Refused {
        Set<String> all = new HashSet<>();
        for (SealedStream stream : streams) {
            for (SegmentManifest manifest : stream.kept()) {
                for (String line : stream.lines(manifest)) {
                    if (ERASURE.matcher(line).find()) {
                        addIds(line, all);
                    }
                }
            }
        }
        return all;
    }

    private static void addIds(String line, Set<String> all) {
        try {
            JsonNode data = JSON.readTree(line).path("data");
            Matcher ids = ID.matcher(data.toString());
            while (ids.find()) {
                all.add(ids.group());
            }
        } catch (JsonProcessingException e) {
            // A line that is no event.
            return;
        }
    }
}
