package kz.qadam.chassis.http.body;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.problem.Problem;

/**
 * The memory that bodies in process may use together, and how much each sender has reserved. A body that is larger than
 * a sender's share counts as the share, so that each sender can always have one body in process.
 */
@Startup
@ApplicationScoped
public class BodyBudget {

    private final long ofSender;
    private final long reserve;
    private final ConcurrencyLimit<String> limit;
    private final Counter refused;

    BodyBudget(BodiesConfig config, MeterRegistry metrics) {
        long all = config.budget().map(budget -> budget.asLongValue()).orElseGet(() ->
                (long) (config.shareOfHeap() * Runtime.getRuntime().maxMemory()));
        ofSender = (long) (config.shareOfSender() * all);
        reserve = (long) (config.reserveForSingles() * all);
        limit = ConcurrencyLimit.ofAnybody(all, ofSender, "too-much-in-work");
        refused = Counter.builder("qadam.bodies.refused")
                .description("Bodies that were answered 503, since there was no memory left for them")
                .register(metrics);
        Gauge.builder("qadam.bodies.taken", this, BodyBudget::taken)
                .description("Bytes of memory that bodies in progress have reserved")
                .register(metrics);
        Gauge.builder("qadam.bodies.budget", () -> all)
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
        return new BodyReservation(this, counted(() -> limit.take(sender, weight, reserve)), true);
    }

    /**
     * Reserves memory for a batch.
     *
     * @param sender whose share it is part of
     * @throws Problem 503 if the sender's share or the budget is exhausted
     */
    public BodyReservation take(String sender, long weight) {
        return new BodyReservation(this, counted(() -> limit.take(sender, Math.min(weight, ofSender), 0)), false);
    }

    /** Reserves more or less for a body. */
    void resize(ConcurrencyLimit.Weighed reserved, long weight) {
        counted(() -> {
            reserved.resize(weight);
            return reserved;
        });
    }

    private ConcurrencyLimit.Weighed counted(Supplier<ConcurrencyLimit.Weighed> reservation) {
        try {
            return reservation.get();
        } catch (Problem noneLeft) {
            refused.increment();
            throw noneLeft;
        }
    }

    /** How much is reserved now. */
    public long taken() {
        return limit.taken();
    }

    /** The most that one sender may reserve at the same time. */
    public long ofSender() {
        return ofSender;
    }
}
