package kz.qadam.chassis.submissions.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.process.EssentialThread;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Group commit: single items that are submitted at the same time share one transaction. One writer thread writes all
 * waiting items. If several items arrived together the last time, it waits a moment for as many: their submitters have
 * just been answered, and send again. An item that arrives alone never waits. When an item may have caused a
 * transaction to fail, each half is tried separately until this item is found; an outage is answered to all items at
 * once. No owner may use more than a share of the queue.
 */
public final class GroupCommit<I, O> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private record Waiting<I, O>(I item, ConcurrencyLimit.Permit permit, CompletableFuture<O> answer) {}

    private static final long MOMENT_NANOS = 1_000_000;

    private static final int MOST_MOMENTS = 4;

    private final BlockingQueue<Waiting<I, O>> queue;
    private final ConcurrencyLimit<String> permits;
    private final int most;
    private final Function<List<I>, List<O>> write;
    private final Thread writer;
    private volatile boolean open = true;

    /**
     * @param capacity how many items may wait; a further one is answered 503
     * @param share the part of the queue that one owner may use; a further item of that owner is answered 429
     * @param most the most items in one transaction
     * @param write keeps the items durably and returns an answer for each, in their order
     */
    public GroupCommit(String name, int capacity, double share, int most, Function<List<I>, List<O>> write) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.permits = ConcurrencyLimit.ofWaiting(capacity, (int)
                Math.max(1, Math.min(capacity, Math.round(share * capacity))));
        this.most = most;
        this.write = write;
        this.writer = EssentialThread.of("group-commit-" + name, this::run);
        writer.start();
    }

    /**
     * Completes after the commit.
     *
     * @param owner the owner whose share of the queue the item uses
     * @throws Problem 429 if too many items of this owner wait, 503 if too many wait in total
     */
    public CompletionStage<O> submit(String owner, I item) {
        if (!open) {
            throw shuttingDown();
        }
        Waiting<I, O> waiting = new Waiting<>(item, permits.take(owner), new CompletableFuture<>());
        queue.add(waiting);
        return waiting.answer();
    }

    @Override
    public void close() {
        open = false;
        writer.interrupt();
    }

    private void run() {
        List<Waiting<I, O>> taken = new ArrayList<>(most);
        int together = 1;
        while (open) {
            try {
                taken.add(queue.take());
            } catch (InterruptedException e) {
                break;
            }
            takeMore(taken, together);
            taken.forEach(one -> one.permit().leave());
            if (!open) {
                break;
            }
            write(taken);
            together = taken.size();
            taken.clear();
        }
        refuse(taken);
        refuse(queue);
    }

    private void refuse(Collection<Waiting<I, O>> some) {
        some.forEach(one -> one.answer().completeExceptionally(shuttingDown()));
    }

    private static Problem shuttingDown() {
        return new Problem(ProblemType.UNAVAILABLE, Message.of("shutting-down"));
    }

    private void takeMore(List<Waiting<I, O>> taken, int together) {
        queue.drainTo(taken, most - taken.size());
        for (int moment = 0; moment < MOST_MOMENTS && taken.size() < together; moment++) {
            LockSupport.parkNanos(MOMENT_NANOS);
            queue.drainTo(taken, most - taken.size());
        }
    }

    private void write(List<Waiting<I, O>> items) {
        try {
            List<O> answers = write.apply(items.stream().map(Waiting::item).toList());
            for (int i = 0; i < items.size(); i++) {
                items.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            if (items.size() == 1 || !BisectingWriter.mayBeFaultOfAnItem(e)) {
                items.forEach(one -> one.answer().completeExceptionally(e));
            } else {
                LOG.warnf(Database.loggable(e), "A transaction of %d items failed; trying its halves", items.size());
                write(items.subList(0, items.size() / 2));
                write(items.subList(items.size() / 2, items.size()));
            }
        }
    }
}
