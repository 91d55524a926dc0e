package kz.qadam.enrolment.learners;

import java.util.UUID;

/** Where the office's pages about persons are. An address names a learner, and never the number of a person. */
public final class PersonPages {

    /** The page on which the office finds a person. */
    public static final String PATH = "/persons";

    /** What the address of a page about one person begins with. */
    public static final String ONE = PATH + "/{learnerId: [0-9a-fA-F-]{36}}";

    private PersonPages() {}

    /** The page of a person. */
    public static String pathOf(UUID learner) {
        return PATH + "/" + learner;
    }

    /**
     * The page on which something is done to a person.
     *
     * @param what the last segment of its address
     */
    public static String pathOf(UUID learner, String what) {
        return pathOf(learner) + "/" + what;
    }
}
