package kz.qadam.progress.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TallyMetricsTest {

    @Inject
    Database database;

    @Test
    void what_was_received_and_is_not_in_the_tallies_grows_old() {
        assertThat(ageAfterARowOf("school-of-a-token", true)).isBetween(600.0, 700.0);
    }

    @Test
    void what_names_an_unknown_institution_waits_for_its_description_and_for_nothing_else() {
        assertThat(ageAfterARowOf("nobody-knows-it", false)).isBetween(0.0, 60.0);
    }

    /** The row is not committed, so that it is not folded. */
    private double ageAfterARowOf(String institution, boolean isOfToken) {
        return database.<Double>transaction(
                handle -> {
                    handle.createUpdate("""
                                    insert into tally_delta (institution, of_token, day, accepted, pending, refused,
                                                             duplicate, conflict, rejected, pending_change, refused_change,
                                                             added_at)
                                    values (:institution, :ofToken, current_date, 1, 0, 0, 0, 0, 0, 0, 0,
                                            now() - interval '10 minutes')
                                    """)
                            .bind("institution", institution)
                            .bind("ofToken", isOfToken)
                            .execute();
                    return TallyMetrics.age(handle);
                },
                age -> false);
    }
}
