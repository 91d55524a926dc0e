package kz.qadam.chassis.base.background;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Sums up warnings, so that an outage logs one line from time to time instead of one line per message. */
public final class Warnings {

    private final Logger log;
    private final String subject;
    private final long everyNanos;
    private final Map<String, Integer> counts = new TreeMap<>();
    private Throwable last;
    private long writtenAt;
    private boolean written;

    public Warnings(Logger log, String subject, Duration every) {
        this.log = log;
        this.subject = subject;
        this.everyNanos = every.toNanos();
    }

    public void add(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    public void add(String what, Throwable failure) {
        add(what, 1);
        last = failure;
    }

    /** Logs the collected warnings, unless some were logged a short time ago. */
    public void write() {
        long now = System.nanoTime();
        if (counts.isEmpty() || (written && now - writtenAt < everyNanos)) {
            return;
        }
        log.warnf(last, "%s: %s", subject, counts);
        counts.clear();
        last = null;
        writtenAt = now;
        written = true;
    }
}
