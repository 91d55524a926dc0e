package kz.qadam.chassis.submissions.submission;

import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;

/**
 * The options of a request that submits items.
 *
 * @param dryRun whether to judge everything and keep nothing
 * @param atomic whether to keep all items or none
 * @param language the language of the verdicts
 */
public record BatchOptions(boolean dryRun, boolean atomic, Language language) {

    public static final BatchOptions DEFAULT = new BatchOptions(false, false, Language.EN);

    /**
     * Reads the options. Only true and false are accepted: a client that misspells true does not mean false.
     *
     * @param dryRun null for false
     * @param atomic null for false
     * @param acceptLanguage the header of that name; null for English
     * @throws Problem 400 for anything else
     */
    public static BatchOptions of(String dryRun, String atomic, String acceptLanguage) {
        return new BatchOptions(flag("dryRun", dryRun), flag("atomic", atomic), Language.of(acceptLanguage));
    }

    /**
     * Reads a parameter that is true or false.
     *
     * @param value null for false
     * @throws Problem 400 for anything else
     */
    public static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw Problem.badParameter(name, "boolean", name);
        }
        return true;
    }

    /** Whether what was written for these outcomes is to be committed. */
    public boolean commits(List<? extends Outcome<?>> outcomes) {
        return !dryRun && !isRefusedAsAWhole(outcomes);
    }

    /** Whether nothing is kept, because one of the items was rejected and all or none is to be kept. */
    boolean isRefusedAsAWhole(List<? extends Outcome<?>> outcomes) {
        return atomic && outcomes.stream().anyMatch(Outcome.Rejected.class::isInstance);
    }
}
