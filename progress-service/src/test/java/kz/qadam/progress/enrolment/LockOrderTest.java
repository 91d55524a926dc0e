package kz.qadam.progress.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts and the intake lock names in the same order, also where some of the names are new: so neither waits in a ring. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LockOrderTest {

    private static final Duration WITHOUT_A_RING = Duration.ofMinutes(1);

    @Inject
    Database database;

    /** One for each of two transactions: the database ended none to break a ring. */
    private final AtomicInteger attempts = new AtomicInteger();

    private final String institution = Partner.school().institution();
    private final Enrolment first = enrolment("A");
    private final Enrolment second = enrolment("B");

    @BeforeEach
    void the_second_has_been_named_before() {
        database.transaction(handle -> EnrolmentCopies.lock(handle, names(second)));
    }

    @Test
    void a_post_that_names_new_and_known_ones_waits_for_the_intake_without_holding_what_that_needs() {
        CompletableFuture<Map<EnrolmentName, Enrolment>> post = database.transaction(intake -> {
            attempts.incrementAndGet();
            keep(intake, first);
            var waiting = inAnotherTransaction(first, second);
            Records.awaitSomebodyWaiting();
            keep(intake, second);
            return waiting;
        });

        assertThat(post)
                .succeedsWithin(WITHOUT_A_RING)
                .satisfies(found -> assertThat(found.values()).containsExactlyInAnyOrder(first, second));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void the_intake_waits_for_a_post_that_holds_new_and_known_ones() {
        CompletableFuture<List<Enrolment>> intake = database.transaction(post -> {
            attempts.incrementAndGet();
            EnrolmentCopies.lock(post, names(first, second));
            var waiting = CompletableFuture.supplyAsync(() -> database.transaction(handle -> {
                attempts.incrementAndGet();
                return EnrolmentCopies.store(handle, List.of(first, second));
            }));
            Records.awaitSomebodyWaiting();
            return waiting;
        });

        assertThat(intake)
                .succeedsWithin(WITHOUT_A_RING)
                .satisfies(spokenOf -> assertThat(spokenOf).containsExactlyInAnyOrder(first, second));
        assertThat(attempts).hasValue(2);
    }

    private CompletableFuture<Map<EnrolmentName, Enrolment>> inAnotherTransaction(Enrolment... named) {
        return CompletableFuture.supplyAsync(() -> database.transaction(handle -> {
            attempts.incrementAndGet();
            return EnrolmentCopies.lock(handle, names(named));
        }));
    }

    private static void keep(Handle intake, Enrolment enrolment) {
        EnrolmentCopies.store(intake, List.of(enrolment));
    }

    private static SortedSet<EnrolmentName> names(Enrolment... enrolments) {
        SortedSet<EnrolmentName> names = new TreeSet<>();
        Stream.of(enrolments).forEach(one -> names.add(new EnrolmentName(one.institution(), one.reference())));
        return names;
    }

    private Enrolment enrolment(String reference) {
        return new Enrolment(
                UUID.randomUUID(),
                1,
                institution,
                reference,
                UUID.randomUUID(),
                "AI-101",
                "pupils",
                "KZ-75",
                LocalDate.of(2026, 1, 10));
    }
}
