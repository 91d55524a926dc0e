package kz.qadam.chassis.http.body;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;

/**
 * The memory that one body has reserved in the budget. It is given back once, when no part of the body is in memory any
 * more.
 */
public final class BodyReservation {

    private static final String KEY = BodyReservation.class.getName();

    private final BodyBudget budget;
    private final ConcurrencyLimit.Weighed reserved;
    private final boolean isSingle;
    private boolean inWork;

    /** @param isSingle whether the body is a single item and not a batch */
    BodyReservation(BodyBudget budget, ConcurrencyLimit.Weighed reserved, boolean isSingle) {
        this.budget = budget;
        this.reserved = reserved;
        this.isSingle = isSingle;
    }

    /** The reservation of a request, if its body has one. */
    static Optional<BodyReservation> of(RoutingContext request) {
        return request == null ? Optional.empty() : Optional.ofNullable(request.get(KEY));
    }

    /** Attaches the reservation to its request, and gives it back if the exchange ends before the body is processed. */
    public void keepWith(RoutingContext request) {
        request.put(KEY, this);
        request.addEndHandler(ended -> giveBackIfUnread());
        if (request.response().closed()) {
            giveBackIfUnread();
        }
    }

    /** From now on a thread has the body in memory, even if the sender disconnects. */
    synchronized void begin() {
        inWork = true;
    }

    /**
     * Corrects the reservation when the length of the body is known.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 503 if not enough memory is left
     */
    void weigh(long bytes) {
        budget.resize(reserved, isSingle ? BodyWeight.ofOne(bytes) : Math.min(BodyWeight.of(bytes), budget.ofSender()));
    }

    /** Gives the reservation back; a second call does nothing. */
    public void giveBack() {
        reserved.leave();
    }

    private synchronized void giveBackIfUnread() {
        if (!inWork) {
            giveBack();
        }
    }
}
