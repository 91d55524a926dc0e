package kz.qadam.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityReportTest {

    @Test
    void shows_each_store_with_its_largest_first_and_sums_up_the_small() {
        List<Holding> held = List.of(
                new Holding("progress-service", "course", 10, 60, 8_000),
                new Holding("progress-service", "lease", 3, 60, 8_000),
                new Holding("progress-service", "completion", 150_000, 60, 100_000_000),
                new Holding("progress-service", "enrolment", 150_000, 60, 200_000_000),
                Holding.withoutRows("Kafka", "qadam.completions", 50_000_000));
        var sample = new CapacitySample(100_000, held, 60, held, held);

        assertThat(new CapacityReport(sample).lines())
                .containsExactly(
                        "100000 people trained, 300,000 enrolments and completions in files, then 60 alone",
                        "",
                        "| | rows | MB | bytes a person | GB for a million, in files | GB, each report alone |",
                        "|---|---:|---:|---:|---:|---:|",
                        "| **progress-service** |  | 300.0 | 3,000 | 3.00 | 3.00 |",
                        "| enrolment | 150,000 | 200.0 | 2,000 | 2.00 | 2.00 |",
                        "| completion | 150,000 | 100.0 | 1,000 | 1.00 | 1.00 |",
                        "| 2 others |  | 0.0 | 0 | 0.00 | 0.00 |",
                        "| **Kafka** |  | 50.0 | 500 | 0.50 | 0.50 |",
                        "| qadam.completions |  | 50.0 | 500 | 0.50 | 0.50 |");
    }
}
