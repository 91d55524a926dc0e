package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7", "-1", "@SUM(A1)", "\tx"})
    void a_text_that_a_spreadsheet_would_calculate_stays_a_text(String text) {
        assertThat(written(text)).isEqualTo("'" + text);
    }

    @Test
    void a_number_below_zero_stays_a_number() {
        assertThat(written(-1L)).isEqualTo("-1");
    }

    private static String written(Object value) {
        var table = new CsvTable(List.of("a"), Stream.of(List.of(value)));
        return new String(table.bytes(true), StandardCharsets.UTF_8)
                .lines()
                .toList()
                .get(1);
    }

    @Test
    void quotes_commas_and_line_breaks_are_kept_as_rfc_4180_says() {
        var table = new CsvTable(List.of("a", "b"), Stream.of(Arrays.asList("say \"x\", y", null), List.of("Қ\nз", 1)));

        assertThat(new String(table.bytes(false), StandardCharsets.UTF_8))
                .isEqualTo("a,b\r\n\"say \"\"x\"\", y\",\r\n\"Қ\nз\",1\r\n");
    }

    @Test
    void a_table_for_spreadsheets_begins_with_a_byte_order_mark() {
        var table = new CsvTable(List.of("a"), Stream.empty());

        assertThat(new String(table.bytes(true), StandardCharsets.UTF_8)).isEqualTo("\uFEFFa\r\n");
    }
}
