package kz.qadam.progress.xapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.DerivedCode;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.erasure.BlockedLearners;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/** Reads what waits. Blocked learners are left out: institutions do not see their records. */
final class WaitingRows {

    /** An enrolment that is missing: the cohort is that of the enrolment by which the account is linked. */
    record Missing(String institution, UUID learnerId, String course, String cohort, LocalDate day) {

        /** The same each time, so that the table can be sent again. */
        String reference() {
            return DerivedCode.of("m-", institution, learnerId.toString(), course);
        }
    }

    /**
     * Statements of an account that wait for the same.
     *
     * @param account its digest
     * @param isPending whether it is linked by an enrolment that is not known yet
     * @param alike how many accounts wait for the same, with those that are not read
     */
    record Waiting(
            String account,
            String name,
            String platform,
            String because,
            long statements,
            LocalDate firstDay,
            Instant lastAt,
            boolean isPending,
            long alike) {

        private WaitingStatementsView.Group group() {
            return new WaitingStatementsView.Group(platform, null, null, name, because, statements, firstDay, lastAt);
        }

        /** Not the name: it may say who somebody is. */
        @Override
        public String toString() {
            return "Waiting[" + because + ", " + statements + "]";
        }
    }

    private record OfAccount(
            String account,
            String platform,
            String because,
            long statements,
            LocalDate firstDay,
            Instant lastAt,
            boolean isPending,
            long alike) {

        private Waiting called(String name) {
            return new Waiting(account, name, platform, because, statements, firstDay, lastAt, isPending, alike);
        }
    }

    private static final int MOST = 1000;

    private static final TableColumns<OfAccount> OF_ACCOUNT = TableColumns.of(OfAccount.class);
    private static final TableColumns<Missing> MISSING = TableColumns.of(Missing.class);
    private static final TableColumns<SealedValue> SEALED =
            TableColumns.of(SealedValue.class, Map.of("bytes", "sealed"));

    private static final String COURSES = """
            select %s from xapi_unnamed_course where institution = :institution
             order by statements desc, platform, activity limit :most
            """.formatted(UnnamedCourses.COLUMNS.names());

    private static final String WAITING = """
              from xapi_statement s
              join xapi_account a on a.institution = s.institution and a.account = s.account
              left join enrolment linked on linked.id = coalesce(s.linked_to, a.enrolment_id)
             where s.institution = :institution and s.state = 'waiting' and %s
            """.formatted(BlockedLearners.notBlocked("linked.learner_id"));

    /** Of each cause those with most statements, so that one that is frequent does not hide the others. */
    private static final String ACCOUNTS = """
            select * from (
                select a.account, a.platform, a.key_id, a.nonce, a.sealed, s.because, count(*) as statements,
                       min(s.day) as first_day, max(s.received_at) as last_at,
                       a.enrolment is not null and a.enrolment_id is null as is_pending,
                       count(*) over cause as alike,
                       row_number() over (cause order by count(*) desc, a.account) as place
                %s group by a.institution, a.account, s.because window cause as (partition by s.because)) as numbered
             where place <= :most order by statements desc, account
            """.formatted(WAITING);

    private static final String ENROLMENTS = """
            select s.institution, linked.learner_id, s.course, min(linked.cohort) as cohort, min(s.day) as day
            %s and linked.learner_id is not null
             group by s.institution, linked.learner_id, s.course order by s.course, linked.learner_id
            """.formatted(WAITING);

    private WaitingRows() {}

    static List<WaitingStatementsView.Group> courses(Handle handle, String institution) {
        return handle
                .createQuery(COURSES)
                .bind("institution", institution)
                .bind("most", MOST)
                .map(UnnamedCourses.COLUMNS)
                .list()
                .stream()
                .map(one -> new WaitingStatementsView.Group(
                        one.platform(),
                        one.activity(),
                        one.title(),
                        null,
                        StatementReason.UNNAMED_COURSE.code(),
                        one.statements(),
                        null,
                        one.lastAt()))
                .toList();
    }

    static List<WaitingStatementsView.Group> accounts(Handle handle, String institution, PlatformAccountKeys keys) {
        return waiting(handle, institution, keys).stream().map(Waiting::group).toList();
    }

    /** The accounts whose statements wait, of each cause at most a thousand, those with most of them first. */
    static List<Waiting> waiting(Handle handle, String institution, PlatformAccountKeys keys) {
        return handle.createQuery(ACCOUNTS)
                .bind("institution", institution)
                .bind("most", MOST)
                .map((row, context) -> {
                    OfAccount one = OF_ACCOUNT.map(row, context);
                    return one.called(keys.open(one.account(), SEALED.map(row, context)));
                })
                .list();
    }

    static List<Missing> missingEnrolments(Handle handle, String institution) {
        return handle.createQuery(ENROLMENTS)
                .bind("institution", institution)
                .map(MISSING)
                .list();
    }
}
