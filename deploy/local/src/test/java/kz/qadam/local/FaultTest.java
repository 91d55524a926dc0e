package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final List<ClusterFaultKind> ALL = List.of(ClusterFaultKind.values());
    private static final Path CLUSTER = Path.of("cluster");

    @Test
    void one_seed_draws_the_same_faults_each_time() {
        assertThat(Fault.draw(50, 7, ALL)).isEqualTo(Fault.draw(50, 7, ALL)).isNotEqualTo(Fault.draw(50, 8, ALL));
    }

    @Test
    void twenty_faults_have_every_kind() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(Fault.draw(20, seed, ALL))
                    .hasSize(20)
                    .extracting(Fault::kind)
                    .containsAll(ALL);
        }
    }

    @Test
    void a_fault_lasts_15_to_40_seconds() {
        assertThat(Fault.draw(1_000, 1, ALL)).extracting(Fault::seconds).allMatch(one -> one >= 15 && one <= 40);
    }

    @Test
    void only_named_kinds_are_drawn() {
        List<ClusterFaultKind> two = ClusterFaultKind.of(List.of("clock-wrong", "broker-killed"));

        assertThat(Fault.draw(4, 1, two))
                .extracting(Fault::kind)
                .containsOnly(ClusterFaultKind.CLOCK_WRONG, ClusterFaultKind.BROKER_KILLED);
        assertThatThrownBy(() -> ClusterFaultKind.of(List.of("flood"))).hasMessage("No such fault: flood");
    }

    @Test
    void the_shell_knows_every_kind() throws IOException {
        String faults = Files.readString(CLUSTER.resolve("faults.sh"));

        for (ClusterFaultKind kind : ClusterFaultKind.values()) {
            boolean known = faults.contains(kind.word() + ")")
                    || faults.contains("*-" + kind.word().replaceFirst("^[a-z]+-", "") + ")")
                    || faults.contains(kind.word().replaceFirst("-.*", "") + "-*)");
            assertThat(known).as(kind.word()).isTrue();
        }
    }
}
