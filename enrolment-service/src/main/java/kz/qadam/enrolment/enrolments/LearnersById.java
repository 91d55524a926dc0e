package kz.qadam.enrolment.enrolments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.Identity;
import org.jdbi.v3.core.Handle;

/**
 * The learners that items name by learnerId. A partner names learners whom its institution has enrolled before; for it,
 * others do not exist. The office names anybody.
 */
final class LearnersById {

    static final LearnersById NONE = new LearnersById(Map.of(), Set.of());

    private static final String ENROLLED = """
            select distinct e.institution, e.learner_id
              from unnest(:institutions, :learners) as named (institution, learner)
              join enrolment e on e.learner_id = named.learner and e.institution = named.institution
            """;

    record Enrolled(String institution, UUID learner) {}

    /** Each named learner with the learner that it was merged into, or itself. */
    private final Map<UUID, UUID> surviving;

    private final Set<Enrolled> enrolled;

    private LearnersById(Map<UUID, UUID> surviving, Set<Enrolled> enrolled) {
        this.surviving = surviving;
        this.enrolled = enrolled;
    }

    /** @param identity the learner of an item; null if it cannot be read */
    static LearnersById of(
            Handle database,
            List<ParsedItem<EnrolmentPost>> items,
            Function<ParsedItem<EnrolmentPost>, Identity> identity) {
        Set<UUID> named = new HashSet<>();
        Set<Enrolled> ofPartners = new HashSet<>();
        for (ParsedItem<EnrolmentPost> item : items) {
            if (identity.apply(item) instanceof Identity.Surrogate learner) {
                named.add(learner.learnerId());
                item.submitter().institution().ifPresent(own -> ofPartners.add(new Enrolled(own, learner.learnerId())));
            }
        }
        Map<UUID, UUID> surviving = Aliases.surviving(database, named);
        return new LearnersById(
                surviving,
                enrolled(
                        database,
                        ofPartners.stream()
                                .filter(one -> surviving.containsKey(one.learner()))
                                .map(one -> new Enrolled(one.institution(), surviving.get(one.learner())))
                                .distinct()
                                .toList()));
    }

    /** Those of these learners whom the institution has enrolled. */
    private static Set<Enrolled> enrolled(Handle database, List<Enrolled> named) {
        if (named.isEmpty()) {
            return Set.of();
        }
        return database.createQuery(ENROLLED)
                .bindArray(
                        "institutions",
                        String.class,
                        named.stream().map(Enrolled::institution).toList())
                .bindArray(
                        "learners",
                        UUID.class,
                        named.stream().map(Enrolled::learner).toList())
                .map((row, context) -> new Enrolled(row.getString(1), row.getObject(2, UUID.class)))
                .set();
    }

    /** Whether a submitter may name this learner. */
    boolean mayName(Submitter submitter, UUID learner) {
        UUID current = surviving.get(learner);
        return current != null
                && submitter
                        .institution()
                        .map(own -> enrolled.contains(new Enrolled(own, current)))
                        .orElse(true);
    }

    /** The current learner of a learnerId that may be named. */
    UUID current(UUID learner) {
        return surviving.get(learner);
    }
}
