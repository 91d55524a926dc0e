package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.DatabaseFixture.execute;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.QueryCost;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records cost as many as there were, however often they have changed before and since. */
@ReportingTest
class EvidenceCostTest {

    /** Each of 500 learners has one row at any batch; each batch judges the next one again. */
    private static final String HISTORY = """
            insert into trained_fact (learner, cohort, from_batch, to_batch, version, programme_version, cohort_version,
                trained_on, completion, institution, region, course, requirement_version, cause)
            select md5(:cohort || learner)::uuid, :cohort, :first + 500 * version + learner,
                   case when version = :versions - 1 then 9223372036854775807
                        else :first + 500 * version + learner + 500 end,
                   version + 1, 1, 1, date '2026-01-01' + learner % 100, md5(learner::text)::uuid, 'school-42', 'KZ-75',
                   'AI-101', 1, 'report'
              from generate_series(0, 499) as learner, generate_series(0, :versions - 1) as version
             order by version, learner
            """;

    private static final long FIRST = -1_000_000_000;
    private static final int SOME = 10;

    private final String cohort = "cost-" + UUID.randomUUID();

    @Inject
    Database database;

    @AfterEach
    void forget() {
        database.transaction(handle -> handle.execute("delete from trained_fact where cohort = ?", cohort));
    }

    @Test
    void ten_times_the_history_makes_no_page_dearer() {
        var fromFebruaryOn = new EvidenceCursor(null, null, 0, LocalDate.of(2026, 2, 1), new UUID(0, 0), cohort);

        costsNoMore(handle -> trained(handle).pageQuery(fromFebruaryOn, 20));
    }

    @Test
    void ten_times_the_history_makes_no_total_dearer() {
        costsNoMore(handle -> trained(handle).countQuery());
    }

    private void costsNoMore(Function<Handle, Query> question) {
        long before = withHistory(SOME, question);
        forget();

        long after = withHistory(10 * SOME, question);

        assertThat(after).isLessThan(2 * before + 20);
    }

    private long withHistory(int versions, Function<Handle, Query> question) {
        database.transaction(handle -> handle.createUpdate(HISTORY)
                .bind("cohort", cohort)
                .bind("first", FIRST)
                .bind("versions", versions)
                .execute());
        execute("analyze trained_fact");
        return database.transaction(handle -> QueryCost.pages(handle, question));
    }

    private EvidenceRecords trained(Handle database) {
        var ofTheCohort = new SqlConditions("cohort = :cohort", statement -> statement.bind("cohort", cohort));
        return new EvidenceRecords(database, pointInTime(), EvidenceListKind.TRAINED, ofTheCohort);
    }

    private static PointInTime pointInTime() {
        return new PointInTime(FIRST + 500L * SOME / 2, null, LocalDate.of(2027, 1, 1), null, false, false, true);
    }
}
