package kz.qadam.enrolment.enrolments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.VersionCursor;
import org.jdbi.v3.core.Handle;

/** The earlier states of enrolments. Rows are only added. */
final class EarlierEnrolmentStates {

    private static final String KEEP = """
            insert into former_enrolment (enrolment_id, %1$s) select id, %1$s from %2$s
            """.formatted(
                    EnrolmentRows.COLUMNS.list(
                            "%s", "id", "institution", "reference", "withdrawal_reason", "completed", "trace"),
                    EnrolmentRows.COLUMNS.rows("state"));

    private record Former(UUID enrolmentId, EnrolmentContent content) {}

    private static final TableColumns<Former> FORMER = TableColumns.of(Former.class);

    private static final String CONTENTS = """
            select %s, e.learner_id from former_enrolment f join enrolment e on e.id = f.enrolment_id
             where f.enrolment_id = any(:ids)
            """.formatted(FORMER.list("f.%s", "learner_id"));

    private static final TableColumns<EnrolmentHistoryView.State> STATES =
            TableColumns.of(EnrolmentHistoryView.State.class, Map.of("role", "by_role"));

    /** A partner acts only for the institution of the enrolment. */
    private static final String HISTORY = """
            select *, case by_role when 'partner' then :institution end as institution
              from (select %1$s from former_enrolment where enrolment_id = :id
                    union all
                    select %1$s from enrolment where id = :id) as state
             where version > :version order by version limit :limit
            """.formatted(STATES.list("%s", "institution"));

    private static final TableColumns<LearnerSuccession.InVersion> LEARNERS =
            TableColumns.of(LearnerSuccession.InVersion.class);

    private static final String LEARNERS_OF = """
            select %s from former_enrolment where enrolment_id = any(:ids)
            union all
            select id, %s from enrolment where id = any(:ids)
            """.formatted(LEARNERS.names(), LEARNERS.list("%s", "enrolment_id"));

    private EarlierEnrolmentStates() {}

    static void keep(Handle database, List<Enrolment> before) {
        if (!before.isEmpty()) {
            EnrolmentRows.COLUMNS.bind(database.createUpdate(KEEP), before).execute();
        }
    }

    /** The states after a version, the current one last. Reads one more than the limit, to see if there are more. */
    static List<EnrolmentHistoryView.State> history(Handle database, Enrolment enrolment, VersionCursor after) {
        return database.createQuery(HISTORY)
                .bind("id", enrolment.id())
                .bind("institution", enrolment.institution())
                .bind("version", after.version())
                .bind("limit", after.limit() + 1)
                .map(STATES)
                .list();
    }

    /** The learner of each version of these enrolments, in no order. */
    static List<LearnerSuccession.InVersion> learners(Handle database, List<UUID> enrolments) {
        return database.createQuery(LEARNERS_OF)
                .bindArray("ids", UUID.class, enrolments)
                .map(LEARNERS)
                .list();
    }

    /**
     * The earlier contents of each enrolment, with its present learner: a merge does not change the content that an
     * institution sent.
     */
    static Map<UUID, List<EnrolmentContent>> contents(Handle database, List<UUID> enrolments) {
        if (enrolments.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(CONTENTS).bindArray("ids", UUID.class, enrolments).map(FORMER).stream()
                .collect(groupingBy(Former::enrolmentId, mapping(Former::content, toList())));
    }
}
