package kz.qadam.system;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people read on the pages in one language, by the keys of the message files. What a message leaves open may be anything.
 *
 * @param language such as {@code kk}
 */
record DeskLabels(String language) {

    private static final List<String> MODULES =
            List.of("deploy/chassis", "enrolment-service", "progress-service", "reporting-service");

    private static final Map<String, Map<String, String>> ALL = read();

    /** The text with this key, as the message file has it. */
    String text(String key) {
        Map<String, String> languages = ALL.get(key);
        if (languages == null) {
            throw new AssertionError("No message file has the key " + key);
        }
        return languages.get(language);
    }

    /** The label with this key. */
    Pattern of(String key) {
        return Arrays.stream(text(key).split("\\{[0-9]}", -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(".*"), Pattern::compile));
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new HashMap<>();
        try {
            for (String module : MODULES) {
                all.putAll(new ObjectMapper()
                        .readValue(
                                Repository.path(module + "/src/main/resources/META-INF/qadam/messages.json")
                                        .toFile(),
                                new TypeReference<Map<String, Map<String, String>>>() {}));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
