package kz.qadam.enrolment.learners;

import java.util.UUID;
import kz.qadam.enrolment.numbers.Iin;

/** How a partner says who a learner is. */
public sealed interface Identity {

    /** A learner whose surrogate the partner was given earlier. */
    record Surrogate(UUID learnerId) implements Identity {}

    /**
     * What identifies a person anywhere. It never shows itself.
     *
     * @param canonical one text for one person's number or document, however it was written
     */
    record Personal(String canonical) implements Identity {

        private static final String IIN = "iin:";

        static Personal of(Iin iin) {
            return new Personal(IIN + iin.digits());
        }

        static Personal ofDocument(String country, String number) {
            return new Personal("document:" + country + ":" + number);
        }

        /** Whether it is an identification number that nobody can have, since its day of birth does not exist. */
        boolean isNobodys() {
            return canonical.startsWith(IIN) && !new Iin(canonical.substring(IIN.length())).hasDayOfBirth();
        }

        /** Whether it is the identification number of somebody who may live; of a document nobody can tell. */
        boolean isOfSomebodyLiving() {
            return canonical.startsWith(IIN) && !new Iin(canonical.substring(IIN.length())).isSynthetic();
        }

        @Override
        public String toString() {
            return "Personal[…]";
        }
    }
}
