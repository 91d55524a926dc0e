package kz.qadam.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import kz.qadam.chassis.base.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    @ParameterizedTest
    @CsvSource({"KK, 970 000", "RU, 970 000", "EN, '970,000'"})
    void numbers_are_grouped_as_the_reader_writes_them(Language language, String written) {
        assertThat(in(language).number(970_000L)).isEqualTo(written.replace(' ', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource({"KK, 2026 жылғы 31 мамыр", "RU, 31 мая 2026 г.", "EN, 31 May 2026"})
    void a_day_is_written_as_the_reader_writes_it(Language language, String written) {
        assertThat(in(language).day(DAY)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"KK, мам. 2026", "RU, май 2026", "EN, May 2026"})
    void a_month_is_short(Language language, String written) {
        assertThat(in(language).month(YearMonth.from(DAY))).isEqualTo(written);
    }

    @Test
    void an_instant_is_written_in_the_zone_of_the_programme() {
        assertThat(in(Language.EN).instant(Instant.parse("2026-05-31T20:30:00Z")))
                .isEqualTo("1 June 2026, 01:30");
    }

    @ParameterizedTest
    @CsvSource({"99.99, 99.9%", "100.00, 100.0%", "123.45, 123.4%", "0.04, 0.04%", "0.00, 0.0%"})
    void a_percentage_is_rounded_down(BigDecimal percent, String written) {
        assertThat(in(Language.EN).percent(percent)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, < 1%", "0.004, < 1%", "0.5, 50%", "0.994, > 99%", "1, > 99%"})
    void no_probability_is_certainty(double probability, String written) {
        assertThat(in(Language.EN).probability(probability)).isEqualTo(written);
    }

    @Test
    void what_is_not_known_is_a_dash() {
        assertThat(in(Language.RU).number(null)).isEqualTo("–");
        assertThat(in(Language.RU).percent(null)).isEqualTo("–");
        assertThat(in(Language.RU).people(null)).isEqualTo(new CountText("–", "–"));
    }

    @Test
    void an_exact_count_is_a_number() {
        assertThat(in(Language.EN).people(1_230L)).isEqualTo(new CountText("1,230", "1,230"));
    }

    @ParameterizedTest
    @CsvSource({"KK, 1 230+", "RU, 1 230+", "EN, '1,230+'"})
    void a_published_count_is_read_as_at_least(Language language, String written) {
        assertThat(published(language).people(1_230L).text()).isEqualTo(written.replace(' ', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource({"KK, жариялауға тым аз", "RU, слишком мало для публикации", "EN, too few to publish"})
    void too_few_to_publish_is_a_dash_with_words(Language language, String words) {
        assertThat(published(language).people(null)).isEqualTo(new CountText("–", words));
        assertThat(published(language).people(null).isTooFew()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, < 5%", "0.05, 5%", "0.35, 35%", "1, > 95%"})
    void a_published_probability_is_no_more_certain_than_its_rounding(double probability, String written) {
        assertThat(published(Language.EN).probability(probability)).isEqualTo(written);
    }

    @Test
    void a_published_number_may_become_lower() {
        assertThat(published(Language.EN).plain(-20L).text()).isEqualTo("-20");
    }

    private static PageText published(Language language) {
        return new PageText(language, ZoneId.of("Asia/Almaty"), true);
    }

    private static PageText in(Language language) {
        return new PageText(language, ZoneId.of("Asia/Almaty"), false);
    }
}
