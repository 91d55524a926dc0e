package kz.qadam.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page as a reader without a token receives it. */
class PublishedPageTest {

    private static final DashboardSelection ENGLISH = new DashboardSelection(Language.EN, null, null, null, null, null);

    private final PublishedFixture releases = PublishedFixture.opened().full().releasedUntil("2026-11-26");

    @ParameterizedTest
    @CsvSource({
        "KK, 330-жарияланым, Басқа бөліністерге токен керек.",
        "RU, Публикация 330, Другие разбивки доступны по токену.",
        "EN, Release 330, Other breakdowns need a token."
    })
    void it_is_in_the_language_of_the_reader(Language language, String release, String others) {
        assertThat(page(ENGLISH.in(language))).contains("<html lang=\"" + language.tag(), release, others);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_shows_nothing_that_needs_a_token(Language language) {
        String page = page(ENGLISH.in(language));

        assertThat(page)
                .contains("data-kind=\"published\"")
                .doesNotContain("by=kind", "by=institution", "id=\"kinds\"");
        assertThat(Dimension.ATTRIBUTES).noneMatch(one -> page.contains("by=" + one.code()));
    }

    @Test
    void a_region_with_too_few_people_is_recognised_without_colours() {
        String page = page(
                PublishedFixture.opened()
                        .full()
                        .without("KZ-35")
                        .without("KZ-62")
                        .releasedUntil("2026-11-26"),
                ENGLISH);

        assertThat(page)
                .contains("id=\"tile-centre\" class=\"shade-few\"", ": too few to publish\"")
                .contains("<td>–<span class=\"unseen\"> too few to publish</span></td>");
    }

    @Test
    void a_nearly_empty_page_is_whole() {
        String page = page(PublishedFixture.opened().nearlyEmpty().releasedUntil("2026-10-20"), ENGLISH);

        assertThat(page).contains("40+", "Plan 74,520: too few trained to publish", "</html>");
    }

    @Test
    void a_trial_is_announced_above_the_headline() {
        String page = page(PublishedFixture.trial().full().release("2026-11-26"), ENGLISH);

        assertThat(page.indexOf("people who do not exist")).isPositive().isLessThan(page.indexOf("<h1"));
    }

    @ParameterizedTest
    @CsvSource({
        "KK, Әзірге ештеңе жарияланған жоқ",
        "RU, Пока ничего не опубликовано",
        "EN, Nothing has been published yet"
    })
    void before_the_series_is_opened_the_page_says_so(Language language, String title) {
        String page =
                PageHtml.notOpened(PublishedFixture.notOpened(), SelectableDays.Releases.NONE, ENGLISH.in(language));

        assertThat(page)
                .contains("data-kind=\"not-opened\"", "data-stream=\"v1/progress/stream\"", "id=\"access\"")
                .contains(">" + title + "</h1>");
    }

    @Test
    void once_the_series_is_opened_the_page_says_when_the_first_release_comes() {
        String page = PageHtml.notOpened(
                PublishedFixture.openedUntilFirstRelease("2026-10-16T01:00:00Z"),
                SelectableDays.Releases.NONE,
                ENGLISH);

        assertThat(page).contains("The first figures appear here on 16 October 2026, 06:00, Almaty time.");
    }

    @Test
    void a_day_before_the_first_release_leads_to_the_newest_one() {
        String page = PageHtml.notOpened(
                PublishedFixture.openedUntilFirstRelease("2026-10-16T01:00:00Z"),
                releases.days(),
                ENGLISH.onDay(LocalDate.parse("2026-01-31")));

        assertThat(page)
                .contains(
                        "Nothing had been released by then.",
                        "href=\"./?lang=en\" data-look>Back to the newest release")
                .doesNotContain("data-stream");
    }

    private String page(DashboardSelection selection) {
        return page(releases, selection);
    }

    private static String page(PublishedFixture releases, DashboardSelection selection) {
        return PageHtml.of(releases.newest(), releases.days(), selection);
    }
}
