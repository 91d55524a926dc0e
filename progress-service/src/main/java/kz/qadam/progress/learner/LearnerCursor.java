package kz.qadam.progress.learner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import kz.qadam.chassis.problem.Problem;

/** The cursor of an institution's list of learners. */
final class LearnerCursor {

    static final LearnerCohort START = new LearnerCohort(new UUID(0, 0), "");

    private LearnerCursor() {}

    /**
     * Reads a cursor.
     *
     * @param cursor a cursor of an earlier answer, or null for the start
     * @throws Problem 400 if no answer can have had this cursor
     */
    static LearnerCohort of(String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            if (parts[1].indexOf('\0') < 0) {
                return new LearnerCohort(UUID.fromString(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Handled below, like a cursor with a zero character, which the database would refuse.
        }
        throw Problem.badParameter("cursor", "cursor");
    }

    static String cursor(InstitutionLearnerView last) {
        String place = new LearnerCohort(last.learnerId(), last.cohort()).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
