package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.problem.Fault;

/**
 * What a partner states about a completion.
 *
 * @param enrolment the enrolment's reference or id
 * @param score without zeros at its end, so that equal numbers are equal
 */
record Content(String enrolment, LocalDate completedOn, BigDecimal score, String certificate) {

    Content {
        score = score == null ? null : score.stripTrailingZeros();
    }

    /**
     * Where another statement differs; empty if it says the same.
     *
     * @param sameEnrolment whether both mean one enrolment, by whichever name
     */
    @SuppressWarnings("BigDecimalEquals") // Scores are without trailing zeros.
    List<Fault> differencesFrom(Content other, boolean sameEnrolment) {
        List<Fault> faults = new ArrayList<>();
        note(faults, sameEnrolment || Objects.equals(enrolment, other.enrolment), "enrolment");
        note(faults, Objects.equals(completedOn, other.completedOn), "completedOn");
        note(faults, Objects.equals(score, other.score), "score");
        note(faults, Objects.equals(certificate, other.certificate), "certificate");
        return faults;
    }

    private static void note(List<Fault> faults, boolean same, String member) {
        if (!same) {
            faults.add(Fault.at("/" + member, "differs", member));
        }
    }
}
