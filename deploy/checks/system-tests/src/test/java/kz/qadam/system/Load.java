package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clients that post small batches in no order, many a completion before its enrolment and every tenth batch twice, and
 * each again until it is answered.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final int PEOPLE = 700;
    private static final int ENROLMENTS = 1_000;
    private static final int BATCH = 10;
    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");

    private final Random chance = new Random(2030);
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final Queue<Runnable> batches = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> keptBack = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Qadam qadam;
    private CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

    Load(Qadam qadam) {
        this.qadam = qadam;
        var office = qadam.office();
        var institutions = List.of(office.opens("school", "KZ-19"), office.opens("university", "KZ-79"));
        var courses = List.of(office.offers(36), office.offers(72));
        List<String> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> Iins.next()).toList();
        for (int i = 0; i < ENROLMENTS; i++) {
            var enrolment = Enrolment.of(any(institutions), any(courses), any(COHORTS), any(people));
            enrolments.add(enrolment);
            if (chance.nextInt(10) > 0) {
                completions.add(enrolment.completed(chance.nextInt(30)));
            }
        }
        fillBatches();
    }

    private void fillBatches() {
        List<Runnable> all = new ArrayList<>();
        enrolments.stream()
                .collect(Collectors.groupingBy(Enrolment::institution))
                .forEach((institution, own) -> {
                    var partner = qadam.partner(institution);
                    all.addAll(inBatches(own, partner::enrols));
                });
        completions.stream()
                .collect(Collectors.groupingBy(
                        completion -> completion.enrolment().institution()))
                .forEach((institution, own) -> {
                    var partner = qadam.partner(institution);
                    all.addAll(inBatches(own, partner::completes));
                });
        all.addAll(List.copyOf(all.subList(0, all.size() / 10)));
        Collections.shuffle(all, chance);
        batches.addAll(all);
    }

    private static <T> List<Runnable> inBatches(List<T> items, Consumer<Collection<T>> post) {
        return IntStream.iterate(0, from -> from < items.size(), from -> from + BATCH)
                .mapToObj(from -> items.subList(from, Math.min(items.size(), from + BATCH)))
                .<Runnable>map(batch -> () -> post.accept(batch))
                .toList();
    }

    /** Before it begins: so many batches are not posted until it goes on, however fast the others are answered. */
    void keepBack(int some) {
        for (int i = 0; i < some; i++) {
            keptBack.add(batches.remove());
        }
    }

    void begin() {
        Stream<CompletableFuture<Void>> posting =
                IntStream.range(0, CLIENTS).mapToObj(i -> CompletableFuture.runAsync(this::post, clients));
        end = CompletableFuture.allOf(Stream.concat(Stream.of(end), posting).toArray(CompletableFuture[]::new));
    }

    /** With what was kept back. */
    void goOn() {
        batches.addAll(keptBack);
        begin();
    }

    private void post() {
        for (Runnable batch = batches.poll(); batch != null; batch = batches.poll()) {
            soon().ignoreExceptions().untilAsserted(batch::run);
            answered.incrementAndGet();
        }
    }

    /** Waits until so many more batches are answered. */
    void awaitBatches(int more) {
        int goal = answered.get() + more;
        soon().until(() -> answered.get() >= goal);
    }

    void awaitEnd() {
        end.join();
    }

    /** Posts everything once more, a file for each institution, and returns the verdicts that there were. */
    Set<String> postAllAgain() {
        Set<String> verdicts = new TreeSet<>();
        enrolments.stream()
                .collect(Collectors.groupingBy(Enrolment::institution))
                .forEach((institution, own) ->
                        verdicts.addAll(qadam.partner(institution).enrolsAgain(own)));
        completions.stream()
                .collect(Collectors.groupingBy(
                        completion -> completion.enrolment().institution()))
                .forEach((institution, own) ->
                        verdicts.addAll(qadam.partner(institution).completesAgain(own)));
        return verdicts;
    }

    /** What it ought to add up to. */
    Figures count() {
        return PlainCount.of(enrolments, completions, Requirement.ANY_COURSE);
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }

    private <T> T any(List<T> choice) {
        return choice.get(chance.nextInt(choice.size()));
    }
}
