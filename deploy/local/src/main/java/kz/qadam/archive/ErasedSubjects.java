package kz.qadam.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The people and records that were erased, as sealed events say. They are read when somebody asks. */
final class ErasedSubjects {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "kz.qadam.learner.erased.v1";
    private static final String COMPLETIONS = "kz.qadam.learner.completions-erased.v1";

    private final List<SealedStream> streams;
    private Set<String> known;

    ErasedSubjects(List<SealedStream> streams) {
        this.streams = streams;
    }

    /** Whether an erasure names this person, enrolment or completion. A block is none. */
    boolean contains(String subject) throws IOException, Refused {
        if (known == null) {
            known = read();
        }
        return known.contains(subject);
    }

    private Set<String> read() throws IOException, Refused {
        Set<String> all = new HashSet<>();
        for (SealedStream stream : streams) {
            if (stream.name().endsWith(".events")) {
                for (SegmentManifest manifest : stream.kept()) {
                    stream.lines(manifest).stream()
                            .filter(line -> line.contains("erased.v1\""))
                            .forEach(line -> add(line, all));
                }
            }
        }
        return all;
    }

    private static void add(String line, Set<String> all) {
        JsonNode event = parsed(line);
        JsonNode data = event.path("data");
        String type = event.path("type").asText();
        String topic = event.path("topic").asText();
        if (type.equals(PERSON)
                && topic.equals("qadam.enrolments")
                && data.path("state").asText().equals("erased")) {
            all.add(data.path("learnerId").asText());
            data.path("learners").forEach(one -> all.add(one.asText()));
            data.path("enrolments").forEach(one -> all.add(one.asText()));
        } else if (type.equals(COMPLETIONS) && topic.equals("qadam.completions")) {
            data.path("completions")
                    .forEach(one -> all.add(one.path("completionId").asText()));
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
