package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.DatabaseWork;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.NothingElse;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a post may cost the database: a little above what it does. Less is welcome; then the bounds follow. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@TestProfile(NothingElse.class)
class CostTest {

    /** Nine, and two with which a new connection begins. */
    private static final int STATEMENTS = 11;

    private static final int BYTES_BY_ITSELF = 3_200;
    private static final int BYTES_IN_A_BATCH = 3_500;
    private static final int SOME = 20;
    private static final int MANY = 1_000;

    private static final String ENROLMENTS = """
            insert into programme (code, version, starts_on, horizon)
            values ('ai-skills', 1, '2026-01-01', '2030-12-31') on conflict do nothing;
            insert into cohort (code, version) values ('pupils', 1) on conflict do nothing;
            insert into requirement_version (cohort, version, valid_from, courses)
            values ('pupils', 1, '2000-01-01', '{}') on conflict do nothing;
            insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
            select gen_random_uuid(), 1, '%1$s', 'E-' || i, gen_random_uuid(), 'AI-101', 'pupils', 'KZ-75', '2026-01-10'
              from generate_series(0, %2$d) as i;
            insert into enrolment_name (institution, name, enrolment_id)
            select institution, reference, id from enrolment where institution = '%1$s';
            """;

    private final Partner school = Partner.school();

    @BeforeEach
    void everybodyIsEnrolled() throws Exception {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(ENROLMENTS.formatted(school.institution(), MANY));
        }
        // The first of everything also reads what is remembered afterwards.
        school.completes("first", "E-" + MANY, "2026-03-01").statusCode(201);
    }

    @Test
    void a_post_by_itself_is_one_transaction_of_few_statements() throws Exception {
        DatabaseWork work = DatabaseWork.of(() -> posts("C", "2026-03-01"));

        assertThat(work.transactions()).isEqualTo(SOME);
        assertThat(work.statements()).isLessThanOrEqualTo(SOME * STATEMENTS);
        assertThat(work.walBytes()).isLessThan(SOME * BYTES_BY_ITSELF);
    }

    @Test
    void a_later_completion_of_somebody_trained_looks_at_their_row_and_at_no_earlier_one() throws Exception {
        DatabaseWork first = DatabaseWork.of(() -> posts("C", "2026-03-01"));

        DatabaseWork later = DatabaseWork.of(() -> posts("D", "2026-04-01"));

        assertThat(later.statements()).isLessThan(first.statements() + SOME + SOME / 2);
    }

    @Test
    void a_batch_of_a_thousand_takes_no_more_statements_than_a_post() throws Exception {
        DatabaseWork work = DatabaseWork.of(() -> batch(MANY));

        assertThat(work.transactions()).isEqualTo(1);
        assertThat(work.statements()).isLessThanOrEqualTo(STATEMENTS);
        assertThat(work.walBytes()).isLessThan(MANY * BYTES_IN_A_BATCH);
    }

    @Test
    void the_same_again_writes_next_to_nothing() throws Exception {
        batch(MANY);

        DatabaseWork again = DatabaseWork.of(() -> batch(MANY));

        assertThat(again.walBytes()).isLessThan(MANY * BYTES_IN_A_BATCH / 5);
    }

    private void posts(String name, String on) {
        IntStream.range(0, SOME)
                .forEach(i -> school.completes(name + "-" + i, "E-" + i, on).statusCode(201));
    }

    private void batch(int size) {
        String items =
                IntStream.range(0, size).mapToObj(i -> """
                        {"reference":"B-%1$d","enrolment":"E-%1$d","completedOn":"2026-03-01"}""".formatted(i)).collect(Collectors.joining(",", "[", "]"));
        school.post("/v1/completions/batch", items).statusCode(207);
    }
}
