package kz.qadam.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code deploy/install/cluster faults} does to servers and Pods; {@code deploy/local/cluster/faults.sh} does it. */
enum ClusterFaultKind {
    BROKER_KILLED,
    BROKER_SILENT,
    BROKER_DISK_FULL,
    PRIMARY_KILLED,
    PRIMARY_SILENT,
    PRIMARY_CUT,
    PRIMARY_HALF_CUT,
    PRIMARY_DISK_FULL,
    ENROLMENT_KILLED,
    PROGRESS_KILLED,
    REPORTING_KILLED,
    POD_KAFKA_CUT,
    POD_KAFKA_HALF_CUT,
    POD_DATABASE_CUT,
    POD_DATABASE_HALF_CUT,
    BROKERS_CUT,
    BROKERS_HALF_CUT,
    CLOCK_WRONG,
    CLOCK_JUMPING;

    /** The word of the commands, such as {@code broker-killed}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kinds with these words; all, if there are none. */
    static List<ClusterFaultKind> of(List<String> words) {
        return words.isEmpty()
                ? List.of(values())
                : words.stream().map(ClusterFaultKind::of).toList();
    }

    private static ClusterFaultKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No such fault: " + word));
    }
}
