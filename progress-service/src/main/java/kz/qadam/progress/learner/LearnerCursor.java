package kz.qadam.progress.learner;

import java.util.UUID;
import kz.qadam.chassis.http.list.TextCursor;

/** The cursor of an institution's list of learners. */
final class LearnerCursor {

    static final LearnerCohort START = new LearnerCohort(new UUID(0, 0), "");

    private LearnerCursor() {}

    /**
     * Reads a cursor.
     *
     * @param cursor a cursor of an earlier answer, or null for the start
     * @throws kz.qadam.chassis.http.problem.Problem 400 if no answer can have had this cursor
     */
    static LearnerCohort of(String cursor) {
        if (cursor == null) {
            return START;
        }
        return TextCursor.read(cursor, 1, parts -> {
            String[] learner = parts[0].split("/", 2);
            // The database would refuse a zero character.
            if (learner[1].indexOf('\0') >= 0) {
                throw new IllegalArgumentException();
            }
            return new LearnerCohort(UUID.fromString(learner[0]), learner[1]);
        });
    }

    static String cursor(InstitutionLearnerView last) {
        return TextCursor.write(new LearnerCohort(last.learnerId(), last.cohort()));
    }
}
