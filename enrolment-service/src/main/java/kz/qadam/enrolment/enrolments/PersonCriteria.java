package kz.qadam.enrolment.enrolments;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.chassis.http.batch.SelfChecking;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.enrolment.learners.LearnerIdentityPost;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/**
 * Whom the office means: by a number or an id, or by the reference that an institution has given to an enrolment.
 *
 * @param person null if the person is named by an enrolment
 * @param institution null if the person is named otherwise, as is the reference
 */
public record PersonCriteria(
        LearnerIdentityPost person,
        @Size(min = 1, max = 100) String institution,
        @Size(min = 1, max = 100) @OwnCode String reference)
        implements SelfChecking {

    /** The fields of a form that asks it, in their order. */
    public static final List<String> FIELDS = List.of(
            "person.iin",
            "person.document.country",
            "person.document.number",
            "institution",
            "reference",
            "person.learnerId");

    /** Those that hold numbers of persons, which no page shows again. */
    public static final List<String> NUMBERS = List.of("person.iin", "person.document.number");

    private static final ItemReader<PersonCriteria> READER = ItemReader.of(PersonCriteria.class);

    /**
     * Reads what a form has asked.
     *
     * @throws Problem if the question has faults
     */
    public static PersonCriteria read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }

    @Override
    public void check(ItemFields fields) {
        boolean namesEnrolment = fields.has("institution") || fields.has("reference");
        if (fields.has("person") == namesEnrolment) {
            fields.unreadableAsWhole("one-way");
        } else if (namesEnrolment) {
            fields.require("institution", "reference");
        }
    }

    /** The current learner, also if it is blocked; empty if there is none. */
    public Optional<UUID> find(Handle database, Learners learners) {
        return person == null
                ? EnrolmentRows.byKey(database, List.of(new Enrolment.Key(institution, reference))).values().stream()
                        .map(enrolment -> enrolment.content().learnerId())
                        .findFirst()
                : learners.find(database, person.identity());
    }
}
