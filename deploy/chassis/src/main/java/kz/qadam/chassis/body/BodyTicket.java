package kz.qadam.chassis.body;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What one body has taken of the budget. It is given back once, when nothing of the body is in memory any more. */
public final class BodyTicket {

    private static final String KEY = BodyTicket.class.getName();

    private final BodyBudget budget;
    private final String sender;
    private final boolean isSingle;
    private long weight;
    private boolean inWork;
    private boolean returned;

    /** @param isSingle whether the body holds one item, and no batch */
    BodyTicket(BodyBudget budget, String sender, boolean isSingle, long weight) {
        this.budget = budget;
        this.sender = sender;
        this.isSingle = isSingle;
        this.weight = weight;
    }

    /** The ticket of a request, if its body is weighed. */
    static Optional<BodyTicket> of(RoutingContext request) {
        return request == null ? Optional.empty() : Optional.ofNullable(request.get(KEY));
    }

    /** Keeps it with its request, and gives it back when the exchange ends before the body is worked on. */
    public void keepWith(RoutingContext request) {
        request.put(KEY, this);
        request.addEndHandler(ended -> giveBackIfUnread());
        if (request.response().closed()) {
            giveBackIfUnread();
        }
    }

    /** From now on a thread holds the body in memory, even if its sender has gone. */
    synchronized void begin() {
        inWork = true;
    }

    /**
     * Corrects the weight when it is known how long the body is.
     *
     * @throws kz.qadam.chassis.problem.Problem 503 if it is more than is left
     */
    synchronized void weigh(long bytes) {
        long counted = isSingle ? BodyWeight.ofOne(bytes) : Math.min(BodyWeight.of(bytes), budget.ofSender());
        if (!returned) {
            budget.change(sender, counted - weight);
            weight = counted;
        }
    }

    /** Gives it back; again does nothing. */
    public synchronized void giveBack() {
        if (!returned) {
            returned = true;
            budget.change(sender, -weight);
        }
    }

    private synchronized void giveBackIfUnread() {
        if (!inWork) {
            giveBack();
        }
    }
}
