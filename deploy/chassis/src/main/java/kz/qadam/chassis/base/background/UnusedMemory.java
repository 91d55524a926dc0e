package kz.qadam.chassis.base.background;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Gives memory back that a busy time has left behind. The collector of the services shrinks the heap in a full collection
 * alone, and to a quiet service none comes by itself. A busy one is left alone, since all threads wait meanwhile.
 */
@ApplicationScoped
class UnusedMemory {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(2);

    /** A service that uses no more CPU between two looks is quiet. */
    static final Duration QUIET = BETWEEN_LOOKS.dividedBy(10);

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long usedBefore = PROCESS.getProcessCpuTime();
    private boolean isCollected;

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAlways(new BackgroundLoop("unused-memory", BETWEEN_LOOKS, () -> {
            look();
            return false;
        }));
    }

    private void look() {
        long used = PROCESS.getProcessCpuTime();
        if (isFirstQuiet(Duration.ofNanos(used - usedBefore))) {
            System.gc();
        }
        usedBefore = used;
    }

    /**
     * Whether the service is quiet, for the first time since it was busy.
     *
     * @param used CPU since the last look
     */
    boolean isFirstQuiet(Duration used) {
        boolean isQuiet = used.compareTo(QUIET) <= 0;
        boolean isFirst = isQuiet && !isCollected;
        isCollected = isQuiet;
        return isFirst;
    }
}
