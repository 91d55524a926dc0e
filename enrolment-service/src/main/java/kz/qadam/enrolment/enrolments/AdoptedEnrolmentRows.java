package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.enrolment.learners.AdoptedLearners;
import kz.qadam.enrolment.learners.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** Reads and writes what is known of enrolments that were taken over. */
final class AdoptedEnrolmentRows {

    /** The condition about a row of {@code enrolment} that the number of its learner has to be sent again. */
    static final String NUMBER_MISSING = """
            id in (select one.enrolment from adopted_enrolment one join adopted_learner a on a.learner = one.learner
                    where %s) and %s
            """.formatted(AdoptedLearners.WITHOUT_NUMBER, BlockedLearners.NOT_BLOCKED);

    /** Enrolments got this learner at that time, which the database keeps to the microsecond. */
    record Move(UUID learner, Instant at) {

        static Move of(EnrolmentPublisher.State state) {
            return new Move(state.learnerId(), state.recordedAt().plusNanos(500).truncatedTo(ChronoUnit.MICROS));
        }
    }

    private record FirstLearner(UUID enrolment, UUID learner) {}

    /** How many learners without a number an institution has enrolled. */
    record Missing(String institution, int learners) {}

    private static final TableColumns<FirstLearner> FIRST = TableColumns.of(FirstLearner.class);

    private static final TableColumns<Missing> MISSING = TableColumns.of(Missing.class);

    private static final TableColumns<Move> MOVE = TableColumns.of(Move.class);

    private static final String SPLITS = """
            select absorbed as learner, decided_at as at from learner_split where absorbed = any(:learners)
            """;

    private static final String NOTE =
            "insert into adopted_enrolment (%s) select * from %s".formatted(FIRST.names(), FIRST.rows("first"));

    private static final String MISSING_BY_INSTITUTION = """
            select institution, count(distinct one.learner) as learners
              from enrolment join adopted_enrolment one on one.enrolment = id
             where %s group by institution order by institution
            """.formatted(NUMBER_MISSING);

    private static final String COUNT = "select count(*) from adopted_enrolment where sent_again_at is null";

    private AdoptedEnrolmentRows() {}

    /**
     * Inserts enrolments, unless there are others with their references.
     *
     * @param firstLearners the first learner of each
     * @return the ids of those that were inserted
     */
    static Set<UUID> insert(Handle database, Collection<Enrolment> fresh, Map<UUID, UUID> firstLearners) {
        Set<UUID> written = EnrolmentRows.insert(database, fresh);
        FIRST.bind(
                        database.createUpdate(NOTE),
                        written.stream()
                                .map(id -> new FirstLearner(id, firstLearners.get(id)))
                                .toList())
                .execute();
        return written;
    }

    /** The splits by which these learners became learners of their own again. */
    static Set<Move> splits(Handle database, Collection<UUID> learners) {
        return database.createQuery(SPLITS)
                .bindArray("learners", UUID.class, learners)
                .map(MOVE)
                .set();
    }

    static List<Missing> missingByInstitution(Handle database) {
        return database.createQuery(MISSING_BY_INSTITUTION).map(MISSING).list();
    }

    static int toBeSentAgain(Handle database) {
        return database.createQuery(COUNT).mapTo(Integer.class).one();
    }
}
