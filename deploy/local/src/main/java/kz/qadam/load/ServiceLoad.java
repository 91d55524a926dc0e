package kz.qadam.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that write and read until they are asked to end. The first error of a client is its last request. */
public final class ServiceLoad implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int PAUSE_MILLIS = 20;
    private static final Duration TO_BE_ANSWERED = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** One request, or a few that belong together. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final LoadTally tally = new LoadTally();
    private final RepeatingClient client;
    private final LoadWriter writer;
    private final LoadReader reader;
    private final LoadCallers callers;
    private final LoadMix mix;
    private final AtomicInteger nextPerson;
    private final AtomicInteger turns = new AtomicInteger();
    private final ExecutorService clients = Executors.newFixedThreadPool(WRITERS + 1);
    private CohortFigures before;
    private volatile boolean open = true;

    /** @param firstPerson the number of the first person; of the following numbers nobody is known to the services */
    public ServiceLoad(ReadyInstances instances, LoadCallers callers, int firstPerson, Repeats repeats) {
        this(instances, callers, firstPerson, repeats, LoadMix.MOSTLY_ALONE);
    }

    /** @param firstPerson the number of the first person; of the following numbers nobody is known to the services */
    public ServiceLoad(ReadyInstances instances, LoadCallers callers, int firstPerson, Repeats repeats, LoadMix mix) {
        this.client = new RepeatingClient(instances, tally, repeats);
        this.writer = new LoadWriter(client, callers, mix, tally);
        this.mix = mix;
        this.reader = new LoadReader(client, callers);
        this.callers = callers;
        this.nextPerson = new AtomicInteger(firstPerson);
    }

    /** Begins to write and to read. */
    public void begin() throws IOException, InterruptedException {
        before = CohortFigures.in(progress());
        IntStream.range(0, WRITERS).forEach(i -> clients.execute(() -> repeat(this::write)));
        clients.execute(() -> repeat(reader::read));
    }

    /** Sends nothing more, and waits for the last answers. */
    public LoadTally end() throws InterruptedException {
        open = false;
        clients.shutdown();
        if (!clients.awaitTermination(TO_BE_ANSWERED.toMillis(), TimeUnit.MILLISECONDS)) {
            tally.addError("The last requests were not answered");
        }
        return tally;
    }

    /** After the end: sends all that was acknowledged once more, and returns how many items got which verdict. */
    public Map<String, Integer> sendAgain() throws IOException, InterruptedException {
        return writer.sendAgain();
    }

    /** What became of the requests until now. */
    public LoadTally tally() {
        return tally;
    }

    /**
     * Waits until the figures are final and have grown by what was acknowledged.
     *
     * @return the differences; empty if they are equal within this time
     */
    public List<String> differences(Duration patience) throws IOException, InterruptedException {
        CohortFigures expected = before.plus(writer.acknowledged());
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String answer = progress();
            CohortFigures present = CohortFigures.in(answer);
            if (present.equals(expected) && !CohortFigures.isProvisional(answer)) {
                return List.of();
            }
            if (System.nanoTime() > end) {
                return present.equals(expected)
                        ? List.of("The figures stay provisional")
                        : List.of("Acknowledged: " + expected, "Figures: " + present);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** How many enrolments and completions were acknowledged. */
    public int things() {
        return writer.things();
    }

    /** What was acknowledged, by cohort and measure. */
    public String acknowledged() {
        return writer.acknowledged().toString();
    }

    @Override
    public void close() {
        open = false;
        clients.shutdownNow();
    }

    private String progress() throws IOException, InterruptedException {
        return client.send(LoadRequest.get("reporting", "/v1/progress", callers.auditor()), 200);
    }

    private void write() throws IOException, InterruptedException {
        if (turns.getAndIncrement() % mix.oneBatchIn() == 0) {
            writer.writeBatch(nextPerson.getAndAdd(mix.batch()));
        } else {
            writer.writeOne(nextPerson.getAndIncrement());
        }
    }

    private void repeat(Work work) {
        try {
            while (open) {
                work.run();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            tally.addError(e.toString());
        } catch (InterruptedException e) {
            tally.addError("A client was interrupted");
        }
    }
}
