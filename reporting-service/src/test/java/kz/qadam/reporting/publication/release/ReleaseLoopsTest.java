package kz.qadam.reporting.publication.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.qadam.reporting.release.ReleaseRhythm;
import org.junit.jupiter.api.Test;

/** Which configurations a service starts with. */
class ReleaseLoopsTest {

    private record Config(boolean trial, Opening open, boolean enabled) implements ReleasesConfig {

        @Override
        public Optional<Path> copies() {
            return Optional.empty();
        }
    }

    private static final ReleasesConfig DAILY = new Config(false, ReleasesConfig.Opening.BY_REQUEST, true);
    private static final ReleasesConfig TRIAL = new Config(true, ReleasesConfig.Opening.ITSELF, true);

    @Test
    void without_a_series_every_rhythm_fits() {
        assertThatCode(() -> ReleaseLoops.requireFitting(Optional.empty(), DAILY))
                .doesNotThrowAnyException();
        assertThatCode(() -> ReleaseLoops.requireFitting(Optional.empty(), TRIAL))
                .doesNotThrowAnyException();
    }

    @Test
    void the_rhythm_of_the_series_fits() {
        assertThatCode(() -> ReleaseLoops.requireFitting(Optional.of(ReleaseRhythm.DAILY), DAILY))
                .doesNotThrowAnyException();
    }

    @Test
    void a_daily_series_does_not_become_a_trial() {
        assertThatThrownBy(() -> ReleaseLoops.requireFitting(Optional.of(ReleaseRhythm.DAILY), TRIAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The releases of this database are daily ones");
    }

    @Test
    void a_trial_does_not_become_a_daily_series() {
        assertThatThrownBy(() -> ReleaseLoops.requireFitting(Optional.of(ReleaseRhythm.EACH_MINUTE), DAILY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("those of a trial");
    }

    @Test
    void only_a_trial_opens_the_series_itself() {
        var config = new Config(false, ReleasesConfig.Opening.ITSELF, true);

        assertThatThrownBy(() -> ReleaseLoops.requireFitting(Optional.empty(), config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Only a trial opens");
    }

    @Test
    void instances_begin_a_daily_release_one_after_another_long_before_it_is_public() {
        List<Duration> begins = new Random(1)
                .ints(50)
                .mapToObj(seed -> ReleaseLoops.begin(ReleaseRhythm.DAILY, new Random(seed)))
                .toList();

        assertThat(begins)
                .doesNotHaveDuplicates()
                .allSatisfy(begin -> assertThat(begin).isBetween(Duration.ZERO, Duration.ofMinutes(10)));
    }

    @Test
    void a_release_of_a_trial_begins_at_once() {
        assertThat(ReleaseLoops.begin(ReleaseRhythm.EACH_MINUTE, new Random())).isZero();
    }

    @Test
    void a_clock_that_is_ahead_makes_no_release() {
        Instant now = Instant.parse("2027-03-04T05:06:07Z");
        Instant tomorrow = now.plus(Duration.ofDays(1));

        assertThat(ReleaseLoops.earlier(tomorrow, now)).isEqualTo(now);
        assertThat(ReleaseLoops.earlier(now, tomorrow)).isEqualTo(now);
    }
}
