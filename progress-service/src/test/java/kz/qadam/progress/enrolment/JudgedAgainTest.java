package kz.qadam.progress.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Partner;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The completions of an enrolment are judged again only if a member has changed by which they are judged. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class JudgedAgainTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID LEARNER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final String INSTITUTION = Partner.school().institution();

    private static final Enrolment STORED = version(1, LEARNER, "AI-101", "pupils", "KZ-75", DAY);

    @Inject
    Database database;

    static Stream<Enrolment> changed() {
        return Stream.of(
                version(2, UUID.randomUUID(), "AI-101", "pupils", "KZ-75", DAY),
                version(2, LEARNER, "AI-201", "pupils", "KZ-75", DAY),
                version(2, LEARNER, "AI-101", "teachers", "KZ-75", DAY),
                version(2, LEARNER, "AI-101", "pupils", "KZ-71", DAY),
                version(2, LEARNER, "AI-101", "pupils", "KZ-75", DAY.plusDays(1)));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void a_new_version_with_another_member_has_its_completions_judged_again(Enrolment changed) {
        assertThat(judgedAfter(changed)).containsExactly(changed);
    }

    @Test
    void a_new_version_that_differs_only_in_what_is_not_stored_has_nothing_judged_again() {
        Enrolment described = version(2, LEARNER, "AI-101", "pupils", "KZ-75", DAY);

        assertThat(judgedAfter(described)).isEmpty();
    }

    @Test
    void each_new_version_is_stored() {
        Enrolment described = version(3, LEARNER, "AI-101", "pupils", "KZ-75", DAY);

        Map<UUID, Enrolment> stored = afterwards(described, handle -> EnrolmentCopies.byId(handle, List.of(ID)));

        assertThat(stored).containsOnly(Map.entry(ID, described));
    }

    private List<Enrolment> judgedAfter(Enrolment newer) {
        return afterwards(STORED, handle -> EnrolmentCopies.store(handle, List.of(newer)));
    }

    /** What is found after the first version and then this one have been stored; nothing of it stays. */
    private <T> T afterwards(Enrolment newer, Function<Handle, T> question) {
        return database.transaction(
                handle -> {
                    EnrolmentCopies.store(handle, List.of(STORED));
                    EnrolmentCopies.store(handle, List.of(newer));
                    return question.apply(handle);
                },
                answer -> false);
    }

    private static Enrolment version(
            int version, UUID learner, String course, String cohort, String region, LocalDate enrolledOn) {
        return new Enrolment(ID, version, INSTITUTION, "R-1", learner, course, cohort, region, enrolledOn);
    }
}
