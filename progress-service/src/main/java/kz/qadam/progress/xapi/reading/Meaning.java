package kz.qadam.progress.xapi.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a statement means to us. */
public sealed interface Meaning {

    /** It is left out; nothing of it is stored. */
    record LeftOut(StatementReason because) implements Meaning {}

    /** It takes back an earlier or later statement of the same sender, by its id. */
    record Voids(UUID target) implements Meaning {}

    /**
     * It says that a whole course was completed, or failed.
     *
     * @param activity the address of the course at the platform
     * @param title the name of the course at the platform; null if it says none
     * @param course which of our courses it is; null if nobody has said so yet
     * @param statedAt the time that it says; null if it says none
     */
    record Reports(
            Result result, PlatformAccount account, String activity, String title, String course, Instant statedAt)
            implements Meaning {

        /** Without the account, which may say who somebody is. */
        @Override
        public String toString() {
            return "Reports[" + result + ", " + activity + "]";
        }
    }

    /** Of a whole course. */
    enum Result {
        DONE,
        FAILED;

        /** The word that is stored in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
