package kz.qadam.reporting.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.junit.jupiter.api.Test;

/** Answers of the past name their definition, so a page that was ever named stays as it is. */
class DefinitionTest {

    @Test
    void no_definition_has_changed_since_it_was_written() throws IOException {
        List<String> kept;
        try (InputStream file = DefinitionTest.class.getResourceAsStream("/definitions.sha256")) {
            kept = new String(file.readAllBytes(), UTF_8).lines().toList();
        }

        List<String> pages = IntStream.rangeClosed(1, DefinitionPage.CURRENT)
                .mapToObj(number -> number + ".html " + sha256(page(number)))
                .toList();

        assertThat(pages)
                .as("A definition that answers have named stays as it is. If figures mean something else now, write"
                        + " the next page in src/main/resources/definitions, and add its line to"
                        + " src/test/resources/definitions.sha256.")
                .isEqualTo(kept);
    }

    @Test
    void every_dimension_and_measure_is_defined() {
        String page = new String(page(DefinitionPage.CURRENT), UTF_8).toLowerCase(Locale.ROOT);

        assertThat(Stream.concat(
                        Dimension.BREAKDOWNS.stream().map(Dimension::code),
                        Arrays.stream(Measure.values()).map(Measure::code)))
                .as("A dimension or a measure that the definition does not explain: write the next definition.")
                .allMatch(code -> Pattern.compile("\\b%s\\b".formatted(code))
                        .matcher(page)
                        .find());
    }

    private static byte[] page(int number) {
        try (InputStream page = DefinitionTest.class.getResourceAsStream("/definitions/%d.html".formatted(number))) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
