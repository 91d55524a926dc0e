package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told is told in every language of the programme. */
class MessagesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @CsvSource({
        "deploy/chassis, ru",
        "deploy/chassis, kk",
        "enrolment-service, ru",
        "enrolment-service, kk",
        "progress-service, ru",
        "progress-service, kk",
        "reporting-service, ru",
        "reporting-service, kk"
    })
    void every_sentence_is_there_in_every_language_and_says_the_same_things(String module, String language)
            throws IOException {
        Properties english = messages(module, "en");
        Properties translated = messages(module, language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(key -> assertThat(arguments(translated.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    @ParameterizedTest
    @CsvSource({"deploy/chassis", "enrolment-service", "progress-service", "reporting-service"})
    void every_sentence_can_be_said(String module) throws IOException {
        for (String language : new String[] {"en", "ru", "kk"}) {
            messages(module, language).forEach((key, sentence) -> {
                assertThatCode(() -> new MessageFormat((String) sentence))
                        .as("%s", key)
                        .doesNotThrowAnyException();
                assertThat((String) sentence).as("%s", key).doesNotContain("'").isNotBlank();
            });
        }
    }

    /** Of two sentences under one key the later would be said, and a better earlier one would be lost unseen. */
    @ParameterizedTest
    @CsvSource({"deploy/chassis", "enrolment-service", "progress-service", "reporting-service"})
    void no_sentence_is_there_twice(String module) throws IOException {
        for (String language : new String[] {"en", "ru", "kk"}) {
            try (Stream<String> lines = Files.lines(file(module, language))) {
                assertThat(lines.filter(line -> line.matches("[^#].* = .*")).map(line -> line.split(" = ", 2)[0]))
                        .as(language)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static Path file(String module, String language) {
        return REPOSITORY.resolve(
                "%s/src/main/resources/META-INF/qadam/messages_%s.properties".formatted(module, language));
    }

    private static Properties messages(String module, String language) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(file(module, language))) {
            messages.load(reader);
        }
        return messages;
    }

    private static Set<String> arguments(String sentence) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(sentence).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }
}
