package kz.qadam.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.qadam.chassis.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    static List<Path> published() {
        return Contracts.examples("enrolment-service", "kz.qadam.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void every_example_ever_published_still_fits_its_schema(Path example) {
        assertThat(Contracts.faults(Contracts.typeOf(example), Contracts.text(example)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void an_example_with_every_optional_member_fits_its_schema(Path example) {
        assertThat(Contracts.faults(Contracts.typeOf(example), Contracts.withOptionalMembers(example)))
                .isEmpty();
    }

    @Test
    void a_day_that_there_is_not_fits_no_schema() {
        Path example = published().stream()
                .filter(file -> Contracts.typeOf(file).contains("enrolled"))
                .findFirst()
                .orElseThrow();

        var faults = Contracts.faults(
                Contracts.typeOf(example), Contracts.text(example).replace("2026-02-01\"", "2026-02-30\""));

        assertThat(faults).isNotEmpty();
    }
}
