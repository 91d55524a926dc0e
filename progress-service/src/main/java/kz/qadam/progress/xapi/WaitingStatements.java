package kz.qadam.progress.xapi;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.progress.xapi.StatementCounts.Counted;
import kz.qadam.progress.xapi.reading.PlatformProfile.NamedCourse;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/** Statements that wait for a link or an enrolment, and what ends their waiting without either. */
@ApplicationScoped
class WaitingStatements {

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final int MOST = 1000;

    private static final TableColumns<NamedCourse> NAMED = TableColumns.of(NamedCourse.class);

    private static final String DROP = """
            delete from xapi_statement s using xapi_account a
             where a.institution = :institution and a.platform = :platform
               and s.institution = a.institution and s.account = a.account
               and s.state = 'waiting' and s.activity = any(:activities)
            """;

    private static final String MOVING = """
              from %s
              join xapi_statement s on s.activity = n.activity and s.state = 'waiting' and s.course <> n.course
              join xapi_account a on a.institution = s.institution and a.account = s.account and a.platform = :platform
             where s.institution = :institution
            """.formatted(NAMED.rows("n"));

    private static final String FIND_MOVING = "select distinct s.account " + MOVING;

    private static final String MOVE = """
            update xapi_statement u set course = moving.course, changed = pg_current_xact_id()
              from (select s.institution, s.id, n.course %s) as moving
             where u.institution = moving.institution and u.id = moving.id and u.state = 'waiting'
            """.formatted(MOVING);

    /** Also what was taken back before it came, and has never come. */
    private static final String EXPIRE = """
            delete from xapi_statement s using (
                select institution, id from xapi_statement
                 where (state = 'waiting' or result is null) and received_at < :before
                 order by institution, id limit :most for update skip locked) as old
             where s.institution = old.institution and s.id = old.id
            returning s.institution, s.result
            """;

    /** Accounts of which nothing is left to be known. */
    private static final String FORGET = """
            delete from xapi_account a
             where a.enrolment is null and not a.erased and a.since < :before
               and not exists (select from xapi_statement s
                                where s.institution = a.institution and s.account = a.account)
            """;

    private final Database database;
    private final StatementCounts counts;
    private final PlatformAccountsConfig config;
    private final Clock clock;

    WaitingStatements(Database database, StatementCounts counts, PlatformAccountsConfig config, Clock clock) {
        this.database = database;
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.start("expired-statements", BETWEEN_LOOKS, this::expire);
    }

    /** Deletes those of courses that are none of ours; returns how many they are. */
    int drop(Handle handle, String institution, String platform, List<String> activities) {
        return handle.createUpdate(DROP)
                .bind("institution", institution)
                .bind("platform", platform)
                .bindArray("activities", String.class, activities)
                .execute();
    }

    /** Takes those of courses that are another one of ours now for that one; returns their accounts, locked. */
    List<String> move(Handle handle, String institution, String platform, List<NamedCourse> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        List<String> accounts = NAMED.bind(handle.createQuery(FIND_MOVING), courses)
                .bind("institution", institution)
                .bind("platform", platform)
                .mapTo(String.class)
                .list();
        PlatformAccountRows.lockKnown(handle, institution, accounts);
        NAMED.bind(handle.createUpdate(MOVE), courses)
                .bind("institution", institution)
                .bind("platform", platform)
                .execute();
        return accounts;
    }

    /** Deletes some that have waited too long. Their number stays. Returns whether there may be more. */
    boolean expire() {
        Instant now = clock.instant();
        Instant before = now.minus(config.waitFor());
        List<String> expired = new ArrayList<>();
        int deleted = database.transaction(handle -> {
            expired.clear();
            int rows = handle.createQuery(EXPIRE)
                    .bind("before", before)
                    .bind("most", MOST)
                    .map((row, context) -> {
                        if (row.getString("result") != null) {
                            expired.add(row.getString("institution"));
                        }
                        return 1;
                    })
                    .list()
                    .size();
            handle.createUpdate(FORGET).bind("before", before).execute();
            return rows;
        });
        expired.forEach(institution ->
                counts.add(Counted.of(institution, AlmatyTime.dayOf(now), null, StatementReason.EXPIRED.code())));
        return deleted == MOST;
    }
}
