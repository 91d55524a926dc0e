package kz.qadam.chassis.http.xlsx;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts whose XML is made to take memory or time. */
@Timeout(60)
class HostileXmlTest {

    static List<Arguments> names() {
        return List.of(
                arguments("elements", ReadFile.repeated(3_000, i -> "<a" + i + "/>")),
                arguments("attributes", ReadFile.repeated(3_000, i -> "<a b" + i + "=''/>")),
                arguments("prefixes", ReadFile.repeated(3_000, i -> "<a xmlns:b" + i + "='c'/>")),
                arguments("instructions", ReadFile.repeated(3_000, i -> "<?a" + i + "?>")),
                arguments("attributes of one element", "<a " + ReadFile.repeated(5_000, i -> "b" + i + "='' ") + "/>"),
                arguments(
                        "prefixes of one element",
                        "<a " + ReadFile.repeated(5_000, i -> "xmlns:b" + i + "='c' ") + "/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void more_names_than_a_sheet_has_make_a_broken_file(String kind, String rows) {
        ReadFile.assertRefused(new Packed().sheet(rows), ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_name_without_end_is_too_large() {
        ReadFile.assertRefused(new Packed().sheet("<" + "a".repeat(8_000_000) + "/>"), ProblemType.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"'', <a>", "<row><c>, <is>"})
    void elements_that_are_nested_without_end_make_a_broken_file(String begin, String element) {
        ReadFile.assertRefused(new Packed().sheet(begin + element.repeat(1_000_000)), ProblemType.INVALID_REQUEST);
    }

    @Test
    void declarations_of_entities_make_a_broken_file() {
        String entities = ReadFile.repeated(50_000, i -> "<!ENTITY e" + i + " 'x'>");

        ReadFile.assertRefused(
                new Packed().part(Packed.SHEET, "<!DOCTYPE w [" + entities + "]><w/>"), ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5_000})
    void a_text_with_an_entity_makes_a_broken_file(int before) {
        ReadFile.assertRefused(
                new Packed().sheet("<row><c t='str'><v>" + "b".repeat(before) + "&e;</v></c></row>"),
                ProblemType.INVALID_REQUEST);
    }
}
