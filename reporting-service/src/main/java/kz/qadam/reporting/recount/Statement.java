package kz.qadam.reporting.recount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import kz.qadam.reporting.json.Members;

/** A completion as its newest event states it. */
record Statement(
        UUID id,
        long version,
        UUID learner,
        Spot spot,
        String reference,
        LocalDate completedOn,
        boolean accepted,
        long trainedVersion) {

    /** Rule 2: by day, institution and reference, strings by their UTF-8 bytes. */
    static final Comparator<Statement> ORDER = Comparator.comparing(Statement::completedOn)
            .thenComparing(Statement::institution, Statement::byBytes)
            .thenComparing(Statement::reference, Statement::byBytes);

    static Statement of(Members json) {
        return new Statement(
                json.uuid("completionId"),
                json.whole("version", 1),
                json.uuid("learnerId"),
                Spot.of(json),
                json.text("reference"),
                json.date("completedOn"),
                json.text("status").equals("accepted"),
                json.whole("trainedVersion", 0));
    }

    String cohort() {
        return spot.cohort();
    }

    String institution() {
        return spot.institution();
    }

    String course() {
        return spot.course();
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
