package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.tally.Tallies.TallyDelta;
import org.junit.jupiter.api.Test;

/** An instance whose clock is wrong counts on the same days as the others. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DayOfTallyTest {

    private static final String DAYS_AHEAD = """
            select day - (now() at time zone 'Asia/Almaty')::date from tally_delta where institution = :institution
            """;

    @Inject
    Database database;

    @Inject
    CatalogueCache catalogues;

    @Inject
    LearnerJudging judging;

    @Test
    void what_an_instance_with_a_wrong_clock_receives_is_of_the_databases_day() {
        String institution = "school-" + UUID.randomUUID();

        int ahead = database.transaction(handle -> {
            judging.judge(
                    new JudgingTransaction(
                            handle,
                            catalogues.lockAndRead(handle),
                            Instant.now().plus(Duration.ofDays(2)),
                            StateChangeCause.REPORTED,
                            null),
                    List.of(),
                    List.of(),
                    Stream.of(TallyDelta.ofVerdict(institution, true, "rejected")));
            return handle.createQuery(DAYS_AHEAD)
                    .bind("institution", institution)
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(ahead).isZero();
    }
}
