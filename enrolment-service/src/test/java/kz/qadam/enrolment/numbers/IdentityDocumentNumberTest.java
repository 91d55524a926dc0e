package kz.qadam.enrolment.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityDocumentNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"aa 12-345 67", "AA1234567", "AA\u00a012\u2013345\u221267", "ＡＡ１２３４５６７", "aa١٢٣٤٥٦٧"})
    void a_number_is_the_same_however_it_was_typed(String written) {
        assertThat(IdentityDocumentNumber.canonical(written)).hasValue("AA1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "№ 1234567", "AA²", "A\u200bA1234567", "-"})
    void signs_that_no_document_has_make_no_number(String written) {
        assertThat(IdentityDocumentNumber.canonical(written)).isEmpty();
    }

    @Test
    void a_number_of_more_than_thirty_letters_and_digits_is_none() {
        assertThat(IdentityDocumentNumber.canonical("1".repeat(30))).isPresent();
        assertThat(IdentityDocumentNumber.canonical("1".repeat(31))).isEmpty();
    }

    @Test
    void letters_that_look_alike_stay_those_of_their_alphabet() {
        assertThat(IdentityDocumentNumber.canonical("АВ123456"))
                .isNotEqualTo(IdentityDocumentNumber.canonical("AB123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"АB123456", "AВ123456", "IIАB123456", "АБ123I"})
    void a_number_in_two_alphabets_was_mistyped(String number) {
        assertThat(IdentityDocumentNumber.mixesAlphabets(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB123456", "АБ123456", "123456", "IIАБ123456", "XIVМЮ123456"})
    void one_alphabet_and_a_roman_numeral_before_it_are_no_mixture(String number) {
        assertThat(IdentityDocumentNumber.mixesAlphabets(number)).isFalse();
    }
}
