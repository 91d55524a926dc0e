package kz.qadam.chassis.submissions.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Row;
import org.junit.jupiter.api.Test;

class FileSealTest {

    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<BadRow>> BAD_ROWS = new TypeReference<>() {};

    private final FileSeal seal = new FileSeal(new KeyRing("f1", Map.of("f1", new byte[32])));

    @Test
    void rows_come_back_as_they_were_sent() {
        List<Row> rows = List.of(
                new Row(2, List.of("R-1", "", "Әлия \uD83D\uDE00 \"a\";b\nc"), null),
                Row.ofJson(3, "{\"reference\": \"" + "x".repeat(30_000) + "\"}"));

        SealedValue sealed = seal.seal(rows, "here");

        assertThat(seal.open(sealed, "here", ROWS)).isEqualTo(rows);
        assertThat(new String(sealed.bytes(), ISO_8859_1)).doesNotContain("R-1");
    }

    @Test
    void why_a_row_was_not_taken_comes_back_in_every_language() {
        var problem = new Problem(ProblemType.RULE_VIOLATED, Fault.at("", "cannot-be-kept"));
        List<BadRow> rows = List.of(BadRow.of(Row.ofJson(1, "{}"), "rejected", problem));

        List<BadRow> opened = seal.open(seal.seal(rows, "here"), "here", BAD_ROWS);

        assertThat(opened).isEqualTo(rows);
        assertThat(opened.get(0).error())
                .containsOnlyKeys(Language.values())
                .containsEntry(Language.EN, "This item contains something that cannot be kept.");
    }

    @Test
    void a_part_does_not_open_in_the_place_of_another() {
        SealedValue sealed = seal.seal(List.of(Row.ofJson(1, "{}")), "job/rows/0");

        assertThatThrownBy(() -> seal.open(sealed, "job/rows/1", ROWS)).isInstanceOf(IllegalStateException.class);
    }
}
