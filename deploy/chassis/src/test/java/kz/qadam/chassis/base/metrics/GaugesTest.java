package kz.qadam.chassis.base.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Gauges whose values are read at an interval. */
class GaugesTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Gauges gauges = new Gauges(new Database(new PGSimpleDataSource()), metrics);
    private final Map<Tags, Double> toys = new HashMap<>();
    private boolean isDatabaseDown;

    @Test
    void a_gauge_is_unknown_until_it_is_read() {
        givenGauge(5.0);

        assertThat(value()).isNaN();
    }

    @Test
    void a_gauge_shows_what_was_read() {
        givenGauge(5.0);

        gauges.read();

        assertThat(value()).isEqualTo(5);
    }

    @Test
    void nothing_to_measure_is_unknown() {
        givenGauge(null);

        gauges.read();

        assertThat(value()).isNaN();
    }

    @Test
    void a_gauge_that_cannot_be_read_any_more_is_unknown() {
        givenGauge(5.0);
        gauges.read();
        isDatabaseDown = true;

        Throwable failure = catchThrowable(gauges::read);

        assertThat(failure).isNotNull();
        assertThat(value()).isNaN();
    }

    @Test
    void a_gauge_that_cannot_be_read_holds_up_no_other() {
        gauges.add("broken", null, "Cannot be read", database -> {
            throw new IllegalStateException("no database");
        });
        givenGauge(5.0);

        Throwable failure = catchThrowable(gauges::read);

        assertThat(failure).hasMessage("no database");
        assertThat(value()).isEqualTo(5);
    }

    @Test
    void a_tagged_gauge_shows_only_the_tags_that_were_read_last() {
        gauges.addTagged("toys", null, "Toys by colour", database -> Map.copyOf(toys));
        toys.put(Tags.of("colour", "red"), 1.0);
        gauges.read();
        toys.clear();
        toys.put(Tags.of("colour", "blue"), 2.0);

        gauges.read();

        assertThat(metrics.find("toys").gauges())
                .singleElement()
                .satisfies(blue -> assertThat(blue.getId().getTag("colour")).isEqualTo("blue"))
                .satisfies(blue -> assertThat(blue.value()).isEqualTo(2));
    }

    private void givenGauge(Double value) {
        gauges.add("toy", null, "A toy", database -> {
            if (isDatabaseDown) {
                throw new IllegalStateException("no database");
            }
            return value;
        });
    }

    private double value() {
        Gauge gauge = metrics.find("toy").gauge();
        return gauge.value();
    }
}
