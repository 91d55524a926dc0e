package kz.qadam.benchmarks;

/** The value of a run that is compared. */
enum ComparedValue {
    CPU("µs CPU/event") {
        @Override
        double of(RunResult run) {
            return run.cpuPerEvent();
        }
    },
    RATE("events/s") {
        @Override
        double of(RunResult run) {
            return run.rate();
        }
    },
    EVENTS_PER_CPU_SECOND("events/CPU s") {
        @Override
        double of(RunResult run) {
            return run.events() / run.cpu();
        }
    },
    SECONDS("s") {
        @Override
        double of(RunResult run) {
            return run.seconds();
        }
    };

    private final String unit;

    ComparedValue(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    abstract double of(RunResult run);
}
