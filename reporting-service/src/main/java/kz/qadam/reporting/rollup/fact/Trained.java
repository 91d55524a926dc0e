package kz.qadam.reporting.rollup.fact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a learner is trained in a cohort.
 *
 * @param programmeVersion the version of the programme by which the learner was judged
 * @param cohortVersion the newest version of the cohort by which the learner was judged
 * @param by the completion that met the requirement; null while the learner is not trained
 */
public record Trained(
        UUID learner, String cohort, long version, long programmeVersion, long cohortVersion, Cause cause, By by)
        implements CountedFact {

    /**
     * The completion that made the learner trained. The learner counts under its region, institution, course and
     * attributes.
     *
     * @param attributes those of the completion, if it is of the same learner; no event of a learner names them
     */
    public record By(
            LocalDate on,
            UUID completion,
            String institution,
            String region,
            String course,
            Map<String, String> attributes,
            long requirementVersion)
            implements EventMembers {

        public By {
            attributes = Map.copyOf(attributes);
        }
    }

    /** The same state of a trained learner with the attributes of the completion. */
    public Trained with(Map<String, String> attributes, Cause newCause) {
        var joined = new By(
                by.on(),
                by.completion(),
                by.institution(),
                by.region(),
                by.course(),
                attributes,
                by.requirementVersion());
        return new Trained(learner, cohort, version, programmeVersion, cohortVersion, newCause, joined);
    }

    public boolean isTrained() {
        return by != null;
    }

    @Override
    public LearnerCohort subject() {
        return new LearnerCohort(learner, cohort);
    }

    @Override
    public Optional<EventMembers> members() {
        return Optional.ofNullable(by);
    }
}
