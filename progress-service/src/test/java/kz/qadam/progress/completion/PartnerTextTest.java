package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"991231100010", "pupil 991231200017, form 9", "991231100109", "№991231200803"})
    void an_individual_identification_number_is_found(String text) {
        assertThat(PartnerText.holdsIdentificationNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"991231100011", "1991231100010", "9912311000100", "991331100010", "C-2026-0001", "٩٩١٢٣١١٠٠٠١٠"})
    void other_numbers_are_none(String text) {
        assertThat(PartnerText.holdsIdentificationNumber(text)).isFalse();
    }
}
