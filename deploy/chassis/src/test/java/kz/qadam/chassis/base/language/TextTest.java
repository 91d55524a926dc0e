package kz.qadam.chassis.base.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "EN, score is not 0 to 1.",
        "RU, score: не от 0 до 1.",
        "KK, score: 0 мен 1 аралығында емес.",
    })
    void a_sentence_is_said_in_the_language_asked_for(Language language, String sentence) {
        assertThat(Message.of("range", "score", 0, 1).in(language)).isEqualTo(sentence);
    }

    @Test
    void a_sentence_within_a_sentence_follows_its_language() {
        assertThat(Message.of("boolean", Message.of("template.need.yes")).in(Language.RU))
                .isEqualTo("да — это true или false.");
    }

    @Test
    void the_code_is_the_same_however_it_is_said() {
        assertThat(Message.of("date/row", "enrolledOn").code()).isEqualTo("date");
    }

    @Test
    void what_no_file_knows_cannot_be_said() {
        assertThatThrownBy(() -> Message.of("never-heard")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                        | EN",
                "kk-KZ                    | KK",
                "ru-RU,ru;q=0.9,en;q=0.8  | RU",
                "de, kk;q=0.3, ru;q=0.7   | RU",
                "fr                       | EN",
                "*                        | EN",
                "?? not a header ??       | EN"
            })
    void the_best_liked_language_is_chosen_and_english_if_there_is_none(String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }
}
