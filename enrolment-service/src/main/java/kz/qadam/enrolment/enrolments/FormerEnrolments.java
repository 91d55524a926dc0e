package kz.qadam.enrolment.enrolments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.list.VersionCursor;
import org.jdbi.v3.core.Handle;

/** The earlier states of enrolments. Rows are only added. */
final class FormerEnrolments {

    private static final String KEEP = """
            insert into former_enrolment (enrolment_id, version, event, learner_id, course, cohort, region, sent_region,
                                          enrolled_on, withdrawn_on, reason, by_role, recorded_at)
            select id, version, event, learner, course, cohort, region, sent_region, enrolled_on,
                   cast(withdrawn_on as date), reason, by_role, recorded_at
              from unnest(:ids, :versions, :events, :learners, :courses, :cohorts, :regions, :sentRegions, :enrolledOn,
                          :withdrawnOn, :reasons, :roles, :recordedAt)
                   as t (id, version, event, learner, course, cohort, region, sent_region, enrolled_on, withdrawn_on,
                         reason, by_role, recorded_at)
            """;

    private static final String CONTENTS = """
            select enrolment_id, course, cohort, sent_region, enrolled_on
              from former_enrolment where enrolment_id = any(:ids)
            """;

    private static final String HISTORY = """
            select * from (
                select version, event, learner_id, course, cohort, region, enrolled_on, withdrawn_on, reason, by_role,
                       recorded_at
                  from former_enrolment where enrolment_id = :id
                union all
                select version, event, learner_id, course, cohort, region, enrolled_on, withdrawn_on, reason, by_role,
                       recorded_at
                  from enrolment where id = :id
            ) state where version > :version order by version limit :limit
            """;

    private FormerEnrolments() {}

    static void keep(Handle database, List<Enrolment> before) {
        if (!before.isEmpty()) {
            EnrolmentRows.bindState(database.createUpdate(KEEP), before)
                    .bindArray(
                            "learners",
                            UUID.class,
                            EnrolmentRows.values(before, e -> e.content().learnerId()))
                    .bindArray(
                            "recordedAt",
                            Instant.class,
                            EnrolmentRows.values(before, e -> e.origin().at()))
                    .execute();
        }
    }

    /** The states after a version, the current one last. Reads one more than the limit, to see if there are more. */
    static List<HistoryView.State> history(Handle database, Enrolment enrolment, VersionCursor after) {
        return database.createQuery(HISTORY)
                .bind("id", enrolment.id())
                .bind("version", after.version())
                .bind("limit", after.limit() + 1)
                .map((row, context) -> state(row, enrolment.institution()))
                .list();
    }

    private static HistoryView.State state(ResultSet row, String institution) throws SQLException {
        Origin origin = EnrolmentRows.origin(row);
        return new HistoryView.State(
                row.getInt("version"),
                origin.event().word(),
                row.getObject("learner_id", UUID.class),
                row.getString("course"),
                row.getString("cohort"),
                row.getString("region"),
                row.getObject("enrolled_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                origin.reason(),
                HistoryView.Author.of(origin.byRole(), institution),
                origin.at());
    }

    /**
     * The earlier contents of each enrolment, with its present learner: a merge does not change the content that an
     * institution sent.
     */
    static Map<UUID, List<EnrolmentContent>> contents(Handle database, Collection<Enrolment> enrolments) {
        Map<UUID, UUID> learners = new HashMap<>();
        enrolments.forEach(e -> learners.put(e.id(), e.content().learnerId()));
        if (learners.isEmpty()) {
            return Map.of();
        }
        record Former(UUID id, EnrolmentContent content) {}
        return database
                .createQuery(CONTENTS)
                .bindArray("ids", UUID.class, learners.keySet())
                .map((row, context) -> {
                    UUID id = row.getObject(1, UUID.class);
                    var content = new EnrolmentContent(
                            learners.get(id),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class));
                    return new Former(id, content);
                })
                .stream()
                .collect(Collectors.groupingBy(Former::id, Collectors.mapping(Former::content, Collectors.toList())));
    }
}
