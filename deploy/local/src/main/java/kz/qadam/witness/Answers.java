package kz.qadam.witness;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of one suite: a list of lines for each call, in the order of the calls. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> byName;

    public Answers() {
        this(new LinkedHashMap<>());
    }

    private Answers(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    public static Answers read(Path file) throws IOException {
        return new Answers(JSON.readValue(file.toFile(), new TypeReference<LinkedHashMap<String, List<String>>>() {}));
    }

    public void write(Path file) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), byName);
    }

    /** Sends these calls one after the other, and keeps the answers. */
    public void collect(String part, Client client, List<Call> calls) throws IOException {
        for (Call call : calls) {
            String text = text(client, call);
            String name = part + ": " + call.name();
            while (byName.containsKey(name)) {
                name += " (again)";
            }
            byName.put(name, List.of(text.split("\n", -1)));
        }
    }

    private static String text(Client client, Call call) throws IOException {
        Answer answer = client.send(call);
        return call.path().startsWith("/q/openapi") ? OpenApiOutline.of(answer.body()) : answer.text();
    }

    Map<String, List<String>> byName() {
        return byName;
    }
}
