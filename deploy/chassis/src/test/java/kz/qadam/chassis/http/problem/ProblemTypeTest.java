package kz.qadam.chassis.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import kz.qadam.chassis.base.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @ParameterizedTest
    @EnumSource
    void each_problem_says_in_each_language_what_happened_and_what_to_do(ProblemType problem) {
        assertThat(Language.values()).allSatisfy(language -> {
            assertThat(problem.title().in(language)).isNotBlank();
            assertThat(problem.help().in(language)).isNotBlank();
        });
    }
}
