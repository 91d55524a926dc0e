package kz.qadam.enrolment.learners;

import java.util.UUID;
import kz.qadam.enrolment.numbers.Iin;

/** The identity of a learner, as a partner sends it. */
public sealed interface Identity {

    /** A learner by the {@code learnerId} of an earlier answer. */
    record Surrogate(UUID learnerId) implements Identity {}

    /**
     * A person by an IIN or a document. {@code toString} hides the number.
     *
     * @param canonical the number in one form for all ways to write it
     */
    record Personal(String canonical) implements Identity {

        private static final String IIN = "iin:";

        static Personal of(Iin iin) {
            return new Personal(IIN + iin.digits());
        }

        static Personal ofDocument(String country, String number) {
            return new Personal("document:" + country + ":" + number);
        }

        /** Whether it is an IIN that nobody can have, because its day of birth does not exist. */
        public boolean hasImpossibleNumber() {
            return canonical.startsWith(IIN) && !new Iin(canonical.substring(IIN.length())).hasDayOfBirth();
        }

        /** Whether it may belong to a living person, as every number of a document may. */
        boolean mayBeOfLivingPerson() {
            return !canonical.startsWith(IIN) || !new Iin(canonical.substring(IIN.length())).isSynthetic();
        }

        @Override
        public String toString() {
            return "Personal[…]";
        }
    }
}
