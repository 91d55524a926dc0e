package kz.qadam.reporting;

import static kz.qadam.reporting.DatabaseFixture.execute;

import java.time.LocalDate;
import java.time.Year;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables of releases in the database, and when the service came to know what it knows. */
public final class SeriesFixture {

    /** For tests to which it does not matter what was known. */
    public static final int ANY_YEAR = 1931;

    /** The service remembers what was known at an instant of the past, so each other test has a year of its own. */
    private static final AtomicInteger YEAR = new AtomicInteger(1701);

    private SeriesFixture() {}

    /** A year of the past with 365 days, in which no other test makes releases. */
    public static int freshYear() {
        int year = YEAR.getAndIncrement();
        return Year.isLeap(year) ? freshYear() : year;
    }

    /**
     * Opens a series.
     *
     * @param rhythm the name of a {@code ReleaseRhythm}
     */
    public static void givenSeries(String rhythm, String startsOn, String openedAt) {
        execute("""
                insert into release_series (id, opened_at, opened_by, starts_on, rhythm)
                values (1, '%s', 'test', '%s', '%s')
                """.formatted(openedAt, startsOn, rhythm));
    }

    /** There is neither a series nor a release, as in a new installation. */
    public static void removeSeries() {
        execute("""
                alter table release disable trigger user;
                alter table release_series disable trigger user;
                delete from publication where release is not null;
                delete from release;
                delete from release_not_made;
                delete from release_series;
                alter table release enable trigger user;
                alter table release_series enable trigger user
                """);
    }

    /** A version of the rule of releases begins on a day. */
    public static void ruleBegins(int rule, LocalDate day) {
        execute("""
                alter table release_rule disable trigger user;
                update release_rule set begins_on = '%s' where rule = %d;
                alter table release_rule enable trigger user
                """.formatted(day, rule));
    }

    /** What was taken in since the last call became known at this instant. */
    public static void becameKnown(String instant) {
        execute("""
                create table if not exists moved_batch (number bigint primary key, instant timestamptz not null);
                with moved as (
                    insert into moved_batch select number, instant from intake_batch
                     where number > coalesce((select max(number) from moved_batch), 0)
                    returning number)
                update intake_batch batch
                   set instant = '%s'::timestamptz
                               + (batch.number - (select min(number) from moved)) * interval '1 microsecond'
                  from moved where batch.number = moved.number
                """.formatted(instant));
    }

    /** Everything became known when it did. */
    public static void restoreKnowledge() {
        execute("""
                create table if not exists moved_batch (number bigint primary key, instant timestamptz not null);
                update intake_batch batch set instant = moved.instant
                  from moved_batch moved where moved.number = batch.number;
                drop table moved_batch
                """);
    }

    /** People of a cohort who are enrolled, have completed AI-101 and are trained, as the newest batch knows. */
    public static void givenPeople(String cohort, String region, String institution, int count, String day) {
        execute("""
                with person as (
                    select gen_random_uuid() as learner, gen_random_uuid() as enrolment,
                           gen_random_uuid() as completion, (select max(number) from intake_batch) as batch
                      from generate_series(1, %4$d)),
                enrolled as (
                    insert into enrolment_fact (enrolment, from_batch, to_batch, version, reference, institution, learner,
                           course, cohort, region, enrolled_on, cause)
                    select enrolment, batch, still_open(), 1, 'E', '%3$s', learner, 'AI-101', '%1$s', '%2$s', '%5$s',
                           'report' from person),
                completed as (
                    insert into completion_fact (completion, from_batch, to_batch, version, reference, institution,
                           enrolment, learner, course, cohort, region, completed_on, status, counts, trained_version, cause,
                           recorded_at)
                    select completion, batch, still_open(), 1, 'C', '%3$s', enrolment, learner, 'AI-101', '%1$s',
                           '%2$s', '%5$s', 'accepted', true, 1, 'report', now() from person)
                insert into trained_fact (learner, cohort, from_batch, to_batch, version, programme_version,
                       cohort_version, trained_on, completion, institution, region, course, requirement_version, cause)
                select learner, '%1$s', batch, still_open(), 1, 1, 1, '%5$s', completion, '%3$s', '%2$s', 'AI-101', 1,
                       'report' from person
                """.formatted(cohort, region, institution, count, day));
    }

    /** The people of {@link #givenPeople}, whom no event describes. */
    public static void removePeople(String cohort) {
        for (String table : new String[] {"enrolment_fact", "completion_fact", "trained_fact"}) {
            execute("delete from %s where cohort = '%s'".formatted(table, cohort));
        }
    }
}
