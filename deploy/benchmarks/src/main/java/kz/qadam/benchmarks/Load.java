package kz.qadam.benchmarks;

import java.io.Closeable;
import java.util.concurrent.Callable;

/** A way to send events through a chain and to see them arrive, whose result is what was measured. */
interface Load<T> {

    /** Sends event i; each sending thread has a sender of its own. */
    interface Sender extends Closeable {

        /** Returns when the event is answered. */
        void send(int event) throws Exception;
    }

    /**
     * Runs it once.
     *
     * @param seen returns how many events have arrived
     */
    T run(Callable<Sender> senders, Callable<Long> seen) throws Exception;
}
