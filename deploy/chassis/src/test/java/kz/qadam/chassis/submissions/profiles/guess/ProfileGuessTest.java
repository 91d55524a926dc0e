package kz.qadam.chassis.submissions.profiles.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.TableSample;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is guessed of a table, and what is not. */
class ProfileGuessTest {

    private static final Columns TEMPLATE = new Columns(List.of(
            new Column("code", "/code", Need.IN_EACH_ROW_OR_NONE, Columns.Type.TEXT, "", false),
            new Column("number", "/number", Need.ONE_OF_THESE, Columns.Type.TEXT, "", true),
            new Column("toy", "/toy", Need.YES, Columns.Type.TEXT, "", false),
            new Column("on", "/on", Need.YES, Columns.Type.DAY, "", false),
            new Column("score", "/score", Need.NO, Columns.Type.NUMBER, "", false)));

    private static final Spellings SPELLINGS = new Spellings(
            Map.of(
                    "code", List.of("Код"),
                    "number", List.of("ИИН"),
                    "toy", List.of("Игрушка"),
                    "on", List.of("Дата"),
                    "score", List.of("Балл")),
            List.of("Статус", "Итог"),
            List.of("Да", "сдал"));

    private static final Map<String, Map<String, String>> CODES = Map.of("toy", Map.of("МИШКА", "BEAR"));

    private static ProfileGuess guess(String table) {
        return ProfileGuess.of(
                TEMPLATE, SPELLINGS, CODES, TableSample.ofText(table).rows());
    }

    /** The headers that were recognised, by the columns. */
    private static Map<String, String> found(ProfileGuess guess) {
        Map<String, String> found = new LinkedHashMap<>();
        guess.columns()
                .forEach(column -> found.put(column.name(), column.headers().get(0)));
        return found;
    }

    private static ProfileColumn column(ProfileGuess guess, String name) {
        return guess.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_header_row_is_the_one_in_which_most_headers_are_known() {
        ProfileGuess guess = guess("Дата;02.06.2026;;\n\nИИН;Игрушка;Дата;Балл\n990403200019;мишка;1.6.2026;0,5\n");

        assertThat(guess.header()).isEqualTo(1);
        assertThat(found(guess)).isEqualTo(Map.of("number", "ИИН", "toy", "Игрушка", "on", "Дата", "score", "Балл"));
    }

    @Test
    void a_header_may_go_on_with_anything_but_another_word() {
        assertThat(found(guess("Балл, (%);Дата рождения;Игрушка\n87;1.1.1899;мишка\n")))
                .isEqualTo(Map.of("score", "Балл, (%)", "toy", "Игрушка", "on", "Дата рождения"));
    }

    @Test
    void a_birthday_is_not_taken_for_the_day_if_there_is_another_one() {
        assertThat(found(guess("Дата рождения;Дата\n1.1.1899;1.6.2026\n"))).containsEntry("on", "Дата");
    }

    @Test
    void the_numbers_of_people_are_recognised_below_any_header() {
        assertThat(found(guess("Кто;Что\n990403200019;1\n990403200029;2\nБарлығы;2\n")))
                .containsEntry("number", "Кто");
    }

    @Test
    void a_column_whose_values_do_not_fit_is_not_taken() {
        assertThat(found(guess("Код;Дата;Балл;Игрушка\n7;скоро;много;1\n7;потом;мало;2\n")))
                .isEmpty();
    }

    @Test
    void what_is_called_as_a_code_means_it() {
        assertThat(column(guess("Игрушка\nМишка\nЮла\nмишка\n"), "toy").values())
                .containsExactly(new ProfileColumn.Meaning("Мишка", "BEAR"));
    }

    @ParameterizedTest
    @CsvSource({
        "31.05.2026, ''",
        "2026-05-31T19:00:00Z, ''",
        "1 маусым 2026, d MMMM yyyy",
        "30.05.26, d.M.yy",
        "31/05/2026, d/M/yyyy",
        "5/29/2026 6:40 PM, M/d/yyyy h:mm a",
        "5/29/2026, M/d/yyyy",
        "3/4/2026, d/M/yyyy"
    })
    void the_format_of_days_follows_from_them(String day, String format) {
        assertThat(String.join(";", column(guess("Дата\n" + day + "\n"), "on").dayFormats()))
                .isEqualTo(format);
    }

    @Test
    void days_may_be_written_in_several_formats() {
        assertThat(column(guess("Дата\n30.05.26\n1 маусым 2026\n1.6.2026\n"), "on")
                        .dayFormats())
                .containsExactlyInAnyOrder("d.M.yy", "d MMMM yyyy");
    }

    @ParameterizedTest
    @CsvSource({"87, PERCENT", "'87,5', PERCENT", "0.87, ", "87%, ", "1, "})
    void a_number_above_one_is_in_per_cent(String number, ProfileColumn.Unit unit) {
        assertThat(column(guess("Балл\n\"" + number + "\"\n"), "score").unit()).isEqualTo(unit);
    }

    @Test
    void of_two_columns_with_one_header_the_profile_says_which_is_meant() {
        assertThat(column(guess("Балл;ИИН;Балл\n1;990403200019;2\n"), "score").occurrence())
                .isEqualTo(1);
    }

    @Test
    void rows_that_say_that_they_count_are_taken() {
        ProfileGuess guess = guess("ИИН;Итог;Цвет\n990403200019;Сдал;да\n990403200029;не сдал;да\n");

        assertThat(guess.rows()).singleElement().satisfies(rule -> {
            assertThat(rule.headers()).containsExactly("Итог");
            assertThat(rule.keep()).containsExactly("Сдал");
        });
    }

    @Test
    void rows_without_the_day_that_is_needed_are_left_out() {
        assertThat(guess("ИИН;Дата;Игрушка\n990403200019;1.6.2026;мишка\n990403200029;;юла\n")
                        .rows())
                .singleElement()
                .satisfies(rule -> assertThat(rule.keep()).isEmpty());
    }

    @Test
    void a_table_of_which_nothing_is_known_is_guessed_nothing_of() {
        ProfileGuess guess = guess("a;b\nc;d\n");

        assertThat(guess.columns()).isEmpty();
        assertThat(guess.rows()).isEmpty();
    }
}
