package kz.qadam.chassis.body;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * The memory that bodies in process may use together, and how much each sender has reserved. A body that is larger than
 * a sender's share counts as the share, so that each sender can always have one body in process.
 */
@Startup
@ApplicationScoped
public class BodyBudget {

    private final long all;
    private final long ofSender;
    private final long reserve;
    private final Counter refused;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenByAll;

    BodyBudget(BodiesConfig config, MeterRegistry metrics) {
        all = config.budget().map(budget -> budget.asLongValue()).orElseGet(() ->
                (long) (config.shareOfHeap() * Runtime.getRuntime().maxMemory()));
        ofSender = (long) (config.shareOfSender() * all);
        reserve = (long) (config.reserveForSingles() * all);
        refused = Counter.builder("qadam.bodies.refused")
                .description("Bodies that were answered 503, since there was no memory left for them")
                .register(metrics);
        Gauge.builder("qadam.bodies.taken", this, BodyBudget::taken)
                .description("Bytes of memory that bodies in progress have reserved")
                .register(metrics);
        Gauge.builder("qadam.bodies.budget", this, budget -> budget.all)
                .description("Bytes of memory that bodies may reserve together")
                .register(metrics);
    }

    /**
     * Reserves memory for a body with a single item, from the budget or from the reserve for such bodies.
     *
     * @param sender whose share it is part of
     * @throws Problem 503 if it is more than is left
     */
    public BodyReservation takeSingle(String sender, long weight) {
        change(sender, weight, reserve);
        return new BodyReservation(this, sender, true, weight);
    }

    /**
     * Reserves memory for a batch.
     *
     * @param sender whose share it is part of
     * @throws Problem 503 if the sender's share or the budget is exhausted
     */
    public BodyReservation take(String sender, long weight) {
        long counted = Math.min(weight, ofSender);
        change(sender, counted, 0);
        return new BodyReservation(this, sender, false, counted);
    }

    /** How much is reserved now. */
    public synchronized long taken() {
        return takenByAll;
    }

    /** The most that one sender may reserve at the same time. */
    public long ofSender() {
        return ofSender;
    }

    /** Reserves more, or gives back if the change is negative. */
    void change(String sender, long by) {
        change(sender, by, 0);
    }

    private void change(String sender, long by, long onTop) {
        if (!fits(sender, by, onTop)) {
            refused.increment();
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("too-much-in-work"));
        }
    }

    private synchronized boolean fits(String sender, long by, long onTop) {
        long ofThis = taken.getOrDefault(sender, 0L) + by;
        if (by > 0 && (ofThis > ofSender + onTop || takenByAll + by > all + onTop)) {
            return false;
        }
        takenByAll += by;
        if (ofThis == 0) {
            taken.remove(sender);
        } else {
            taken.put(sender, ofThis);
        }
        return true;
    }
}
