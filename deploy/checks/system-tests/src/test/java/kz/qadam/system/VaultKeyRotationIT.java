package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** The keys under which people are known change; the people do not. */
@OnSuite
class VaultKeyRotationIT {

    private static final int CLIENTS = 16;
    private static final int KNOWN = 200;

    private final Qadam qadam;
    private final Auditor auditor;
    private final Figures before;
    private final Institution school;
    private final Course course;
    private final Map<String, Set<String>> learners = new ConcurrentHashMap<>();
    private final Queue<Enrolment> enrolments = new ConcurrentLinkedQueue<>();

    VaultKeyRotationIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.before = auditor.figures();
        this.school = qadam.office().opens("school", "KZ-35");
        this.course = qadam.office().offers(36);
    }

    @Test
    void killed_in_the_midst_of_a_rotation_under_load_it_goes_on_and_nobody_becomes_another() throws Exception {
        List<String> known =
                IntStream.range(0, KNOWN).mapToObj(i -> Iins.next()).toList();
        known.forEach(this::enrol);
        var goesOn = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> busy = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            busy.add(clients.submit(() -> enrolWhile(goesOn, known)));
        }

        Process interrupted = qadam.rotateKeys();
        interrupted.inputReader(UTF_8).readLine();
        interrupted.destroyForcibly();
        qadam.process(Service.ENROLMENT).destroyForcibly();
        String said = rotated();

        assertThat(said).contains("going on with it", "the old ones are gone");
        goesOn.set(false);
        for (Future<?> client : busy) {
            client.get();
        }
        clients.shutdown();
        known.forEach(this::enrol);
        assertThat(learners.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        auditor.sees(PlainCount.of(List.copyOf(enrolments), List.of(), Requirement.ANY_COURSE), before);
        auditor.findsThatTheRecountMatches();
    }

    private String rotated() throws IOException, InterruptedException {
        Process rotation = qadam.rotateKeys();
        String said = new String(rotation.getInputStream().readAllBytes(), UTF_8);
        assertThat(rotation.waitFor()).as(said).isZero();
        return said;
    }

    /** Somebody new, and somebody known. */
    private void enrolWhile(AtomicBoolean goesOn, List<String> known) {
        while (goesOn.get()) {
            enrol(Iins.next());
            enrol(known.get(ThreadLocalRandom.current().nextInt(known.size())));
        }
    }

    /** Until it is answered, whatever dies meanwhile. */
    private void enrol(String iin) {
        var enrolment = Enrolment.of(school, course, "pupils", iin);
        enrolments.add(enrolment);
        soon().pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(() -> learners.computeIfAbsent(iin, i -> ConcurrentHashMap.newKeySet())
                        .add(learnerId(enrolment)));
    }

    private String learnerId(Enrolment enrolment) {
        var answer = qadam.partner(school).enrolling(enrolment.json());
        assertThat(answer.statusCode()).isIn(200, 201);
        return answer.path("learnerId");
    }
}
