package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told is told in every language of the programme. */
class MessagesTest {

    private static final List<String> MODULES =
            List.of("deploy/chassis", "enrolment-service", "progress-service", "reporting-service");

    /** A text that a template takes from those that all pages share. */
    private static final Pattern SHARED = Pattern.compile("\\b(context|words)\\.say\\('([\\w.-]+)'\\)");

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    /** Of two messages under one key the later would be used, and a better earlier one would be lost unseen. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"deploy/chassis", "enrolment-service", "progress-service", "reporting-service"})
    void every_message_is_there_in_every_language_and_says_the_same_things(String module) throws IOException {
        messages(module).forEach((key, languages) -> {
            assertThat(languages).as(key).containsOnlyKeys("kk", "ru", "en");
            assertThat(languages.values())
                    .as(key)
                    .extracting(MessagesTest::arguments)
                    .containsOnly(arguments(languages.get("en")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/chassis", "enrolment-service", "progress-service", "reporting-service"})
    void every_message_can_be_rendered(String module) throws IOException {
        messages(module)
                .forEach((key, languages) -> assertThat(languages.values())
                        .as(key)
                        .allSatisfy(pattern -> {
                            assertThatCode(() -> new MessageFormat(pattern)).doesNotThrowAnyException();
                            assertThat(pattern).doesNotContain("'").isNotBlank();
                        }));
    }

    /** Else the page fails as soon as somebody opens it in the state that shows the text. */
    @Test
    void every_text_that_pages_share_is_there() throws IOException {
        Map<String, Map<String, String>> shared = messages("deploy/chassis");
        List<String> missing = new ArrayList<>();
        for (String module : MODULES) {
            for (Path page : templates(module)) {
                SHARED.matcher(Files.readString(page))
                        .results()
                        .map(text -> (text.group(1).equals("context") ? "desk." : "upload.") + text.group(2))
                        .filter(key -> !shared.containsKey(key))
                        .forEach(key -> missing.add(page.getFileName() + ": " + key));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<Path> templates(String module) throws IOException {
        Path folder = Repository.path(module + "/src/main/resources/templates");
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Map<String, Map<String, String>> messages(String module) throws IOException {
        return JSON.readValue(
                Repository.path(module + "/src/main/resources/META-INF/qadam/messages.json")
                        .toFile(),
                new TypeReference<>() {});
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(pattern).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }
}
