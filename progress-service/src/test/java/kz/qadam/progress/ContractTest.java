package kz.qadam.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.qadam.chassis.testing.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    static List<Path> published() {
        return Contracts.examples("progress-service", "kz.qadam.");
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
}
