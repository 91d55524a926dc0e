package kz.qadam.chassis.batch;

import java.util.List;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.problem.Problem;

/**
 * How a batch wants to be taken.
 *
 * @param dryRun judge everything, keep nothing
 * @param atomic keep all or nothing
 * @param language in which the verdicts are read
 */
public record Terms(boolean dryRun, boolean atomic, Language language) {

    public static final Terms USUAL = new Terms(false, false, Language.EN);

    /**
     * As a query says it. Only true and false are read: whoever misspells true does not want the opposite.
     *
     * @param dryRun null: false
     * @param atomic null: false
     * @param acceptLanguage the header of that name; null: English
     * @throws Problem 400 for anything else
     */
    public static Terms of(String dryRun, String atomic, String acceptLanguage) {
        return new Terms(flag("dryRun", dryRun), flag("atomic", atomic), Language.of(acceptLanguage));
    }

    private static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw Problem.badParameter(name, "boolean", name);
        }
        return true;
    }

    /** Whether what was written for these outcomes is to be committed. */
    public boolean keeps(List<? extends Outcome<?>> outcomes) {
        return !dryRun && !(atomic && outcomes.stream().anyMatch(Outcome.Rejected.class::isInstance));
    }
}
