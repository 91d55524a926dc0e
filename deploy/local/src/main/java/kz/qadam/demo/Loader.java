package kz.qadam.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Sends a history in several concurrent batches, as the office, which may act for every institution. Chunks that the
 * journal records as sent are not sent again; a repeated chunk would change nothing.
 */
final class Loader implements AutoCloseable {

    private static final int BATCH = 5_000;
    private static final int AT_ONCE = 2;
    private static final int ASKED_ABOUT = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Api enrolment;
    private final Api progress;
    private final DemoJournal journal;
    private final LongConsumer sent;
    private final Lane enrolling = new Lane(AT_ONCE);
    private final Lane completing = new Lane(AT_ONCE);

    /** @param sent receives the number of newly sent rows */
    Loader(Access access, DemoJournal journal, LongConsumer sent) {
        this.enrolment = new Api(access.enrolment(), access.office());
        this.progress = new Api(access.progress(), access.office());
        this.journal = journal;
        this.sent = sent;
    }

    void load(History history) throws IOException {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Chunk chunk : Chunk.of(history, BATCH)) {
            var enrolled = enrolling.run(() -> send(enrolment, Sheet.ENROLMENTS, chunk.enrolments(), chunk.name()));
            all.add(completing.after(enrolled, () -> complete(chunk)));
        }
        Lane.await(all);
        Lane.await(List.of(
                enrolling.run(() -> amendEnrolments(history)), completing.run(() -> amendCompletions(history))));
    }

    private void complete(Chunk chunk) throws IOException, InterruptedException {
        if (!journal.has(entry(Sheet.COMPLETIONS, chunk.name()))) {
            awaitEnrolments(chunk.completions());
        }
        send(progress, Sheet.COMPLETIONS, chunk.completions(), chunk.name());
    }

    /**
     * Waits until a sample of the enrolments is known: a completion may arrive before its enrolment, but is then judged
     * twice.
     */
    private void awaitEnrolments(List<Completion> completions) throws IOException, InterruptedException {
        int every = Math.max(1, completions.size() / ASKED_ABOUT);
        List<Completion> some = IntStream.iterate(completions.size() - 1, i -> i >= 0, i -> i - every)
                .mapToObj(completions::get)
                .toList();
        String dryRun = Sheet.COMPLETIONS.path() + "?dryRun=true";
        while (!some.isEmpty()
                && progress.post(dryRun, Sheet.COMPLETIONS.csv(some)).count("pending") > 0) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void amendEnrolments(History history) throws IOException, InterruptedException {
        send(enrolment, Sheet.WITHDRAWALS, history.amendments(Amendment.Withdrawal.class), "all");
        send(enrolment, Sheet.OTHER_REGIONS, history.amendments(Amendment.OtherRegion.class), "of region");
        send(enrolment, Sheet.OTHER_COURSES, history.amendments(Amendment.OtherCourse.class), "of course");
        send(enrolment, Sheet.ENROLMENTS, history.enrolmentsSentTwice(), "twice");
    }

    private void amendCompletions(History history) throws IOException, InterruptedException {
        send(progress, Sheet.REVOCATIONS, history.amendments(Amendment.Revocation.class), "all");
        send(progress, Sheet.OTHER_DAYS, history.amendments(Amendment.OtherDay.class), "of day");
        send(progress, Sheet.COMPLETIONS, history.unfounded(), "unfounded");
        send(progress, Sheet.COMPLETIONS, history.completionsSentTwice(), "twice");
    }

    private <T> void send(Api service, Sheet<T> sheet, List<T> things, String name)
            throws IOException, InterruptedException {
        for (int from = 0; from < things.size(); from += BATCH) {
            List<T> some = things.subList(from, Math.min(things.size(), from + BATCH));
            String entry = entry(sheet, name) + (from == 0 ? "" : " +" + from);
            if (!journal.has(entry)) {
                Verdict verdict = service.post(sheet.path(), sheet.csv(some));
                if (!verdict.isAllKept()) {
                    throw new Unexpected(
                            "Of the %s %s this was not kept: %s".formatted(sheet.name(), name, verdict.first()));
                }
                journal.note(entry);
            }
            sent.accept(some.size());
        }
    }

    private static String entry(Sheet<?> sheet, String name) {
        return sheet.name() + " " + name;
    }

    @Override
    public void close() {
        enrolling.close();
        completing.close();
    }
}
