package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.enrolment.learners.AdoptedLearners;
import kz.qadam.enrolment.learners.MergesDue;
import org.jdbi.v3.core.Handle;

/** Reads what is missing of enrolments that were taken over, and writes what was sent again. */
final class EnrolmentNumbersSentAgain {

    /** An enrolment of which something is missing. */
    record Incomplete(
            UUID id,
            String institution,
            String reference,
            UUID firstLearner,
            UUID learnerId,
            boolean withoutNumber,
            boolean regionOpen) {}

    /** A version of an enrolment, with the present learner, and the region in which it counted. */
    record Version(UUID enrolmentId, EnrolmentContent content, String region) {

        /** @param isRegionOpen whether it is the same if its region was sent, or was not */
        boolean isMeantBy(EnrolmentContent sent, boolean isRegionOpen) {
            return content.equals(sent)
                    || (isRegionOpen
                            && content.sentRegion() == null
                            && sent.sentRegion() != null
                            && sent.sentRegion().equals(region)
                            && content.equals(sent.withRegion(null)));
        }
    }

    /** The region that was sent for an enrolment; null: none. */
    record Region(UUID enrolment, String region) {}

    private static final TableColumns<Incomplete> INCOMPLETE = TableColumns.of(Incomplete.class);
    private static final TableColumns<Version> VERSION = TableColumns.of(Version.class);
    private static final TableColumns<Region> REGION = TableColumns.of(Region.class);

    private static final String IS_ANY_EXPECTED = """
            select exists (select from adopted_enrolment where sent_again_at is null)
                or exists (select from adopted_learner a where %s)
            """.formatted(AdoptedLearners.WITHOUT_NUMBER);

    private static final String OPEN_ONES = """
            select e.id, e.institution, e.reference, one.learner as first_learner, e.learner_id,
                   a.learner is not null as without_number, one.sent_again_at is null as region_open
              from unnest(:institutions, :references) as k (i, r)
              join enrolment e on e.institution = i and e.reference = r
              join adopted_enrolment one on one.enrolment = e.id
              left join adopted_learner a on a.learner = one.learner and %s
             where one.sent_again_at is null or a.learner is not null
            """.formatted(AdoptedLearners.WITHOUT_NUMBER);

    private static final String VERSIONS =
            """
            select v.*, e.learner_id
              from (select %2$s from former_enrolment where enrolment_id = any(:ids)
                    union all
                    select id, %1$s from enrolment where id = any(:ids)) as v
              join enrolment e on e.id = v.enrolment_id
            """.formatted(VERSION.list("%s", "enrolment_id", "learner_id"), VERSION.list("%s", "learner_id"));

    private static final String NOTE_FORMER = "select note_sent_regions(%s) is null".formatted(REGION.values());

    /** No version is newer by that: what counts stays as it is. */
    private static final String NOTE_REGIONS = """
            with sent as (
                select * from %s order by enrolment),
            present as (
                update enrolment e set sent_region = s.region from sent s
                  join adopted_enrolment one on one.enrolment = s.enrolment and one.sent_again_at is null
                 where e.id = s.enrolment and e.region = s.region and e.sent_region is null)
            update adopted_enrolment one set sent_again_at = :now from sent s
             where one.enrolment = s.enrolment and one.sent_again_at is null
            """.formatted(REGION.rows("item"));

    private EnrolmentNumbersSentAgain() {}

    /** Usually none is; then nothing else has to be asked. */
    static boolean isAnyExpected(Handle database) {
        return database.createQuery(IS_ANY_EXPECTED).mapTo(Boolean.class).one();
    }

    static List<Incomplete> incomplete(Handle database, Collection<Enrolment.Key> keys) {
        return database.createQuery(OPEN_ONES)
                .bindArray(
                        "institutions",
                        String.class,
                        keys.stream().map(Enrolment.Key::institution).toList())
                .bindArray(
                        "references",
                        String.class,
                        keys.stream().map(Enrolment.Key::reference).toList())
                .map(INCOMPLETE)
                .list();
    }

    static List<Version> versions(Handle database, Collection<UUID> enrolments) {
        return enrolments.isEmpty()
                ? List.of()
                : database.createQuery(VERSIONS)
                        .bindArray("ids", UUID.class, enrolments)
                        .map(VERSION)
                        .list();
    }

    static void noteRegions(Handle database, List<Region> sent, Instant now) {
        if (!sent.isEmpty()) {
            REGION.bind(database.createQuery(NOTE_FORMER), sent)
                    .mapTo(Boolean.class)
                    .one();
            REGION.bind(database.createUpdate(NOTE_REGIONS), sent)
                    .bind("now", now)
                    .execute();
        }
    }

    /**
     * Notes that learners are to be merged.
     *
     * @param others the learner who has the number of an adopted one
     * @param institutions who has sent the number of an adopted one
     * @return those adopted ones whose number is another's
     */
    static Set<UUID> noteMerges(Handle database, Map<UUID, UUID> others, Map<UUID, String> institutions) {
        return others.isEmpty() ? Set.of() : MergesDue.note(database, others, institutions);
    }
}
