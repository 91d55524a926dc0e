package kz.qadam.chassis.base.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;

/**
 * Gauges that are read from the database at an interval, so that neither a request nor a scrape waits for a query. A
 * value that could not be read is NaN, until it can be read again.
 */
@ApplicationScoped
public class Gauges {

    /** Reads what a metric shows. */
    private interface Reading {
        void read(Database database);

        void fail();
    }

    private static final int AFTER_ALL_OTHER_OBSERVERS = Integer.MAX_VALUE;

    private final Database database;
    private final MeterRegistry metrics;
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private volatile long readAt = System.nanoTime();

    Gauges(Database database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void start(
            @Observes @Priority(AFTER_ALL_OTHER_OBSERVERS) StartupEvent event,
            BackgroundLoops loops,
            MetricsConfig config) {
        Gauge.builder("qadam.metrics.age", () -> (System.nanoTime() - readAt) / 1e9)
                .baseUnit("seconds")
                .description("How long ago all metrics that come from the database were read")
                .register(metrics);
        loops.startAtIntervals("metrics", config.every(), this::read);
    }

    /**
     * Adds a gauge.
     *
     * @param unit such as {@code seconds}; null for a number of things
     * @param value returns null if there is nothing to measure; then the gauge is NaN
     */
    public void add(String name, String unit, String description, Function<Database, Double> value) {
        var reading = new SingleValue(value);
        readings.add(reading);
        Gauge.builder(name, reading, one -> one.latest)
                .baseUnit(unit)
                .description(description)
                .register(metrics);
    }

    /** Adds a gauge that has a value for each of several tags, as many as there are. */
    public void addTagged(String name, String unit, String description, Function<Database, Map<Tags, Double>> values) {
        MultiGauge gauge =
                MultiGauge.builder(name).baseUnit(unit).description(description).register(metrics);
        readings.add(new TaggedValues(gauge, values));
    }

    /** The first failure is reported after all other gauges were read. */
    void read() {
        RuntimeException failure = null;
        for (Reading reading : readings) {
            try {
                reading.read(database);
            } catch (RuntimeException e) {
                BackgroundLoop.endProcessAfterError(e);
                reading.fail();
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        readAt = System.nanoTime();
    }

    private static final class SingleValue implements Reading {

        private final Function<Database, Double> value;
        private volatile double latest = Double.NaN;

        SingleValue(Function<Database, Double> value) {
            this.value = value;
        }

        @Override
        public void read(Database database) {
            Double read = value.apply(database);
            latest = read == null ? Double.NaN : read;
        }

        @Override
        public void fail() {
            latest = Double.NaN;
        }
    }

    private record TaggedValues(MultiGauge gauge, Function<Database, Map<Tags, Double>> values) implements Reading {

        @Override
        public void read(Database database) {
            show(values.apply(database));
        }

        @Override
        public void fail() {
            show(Map.of());
        }

        private void show(Map<Tags, Double> read) {
            gauge.register(
                    read.entrySet().stream()
                            .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(one.getKey(), one.getValue()))
                            .toList(),
                    true);
        }
    }
}
