package kz.qadam.reporting.recount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import kz.qadam.reporting.json.Members;

/** A completion as its newest event states it. */
record CompletionState(
        UUID id,
        long version,
        UUID learner,
        NamedMembers named,
        String reference,
        LocalDate completedOn,
        boolean accepted,
        long trainedVersion) {

    /** Rule 2: by day, institution and reference, strings by their UTF-8 bytes. */
    static final Comparator<CompletionState> ORDER = Comparator.comparing(CompletionState::completedOn)
            .thenComparing(CompletionState::institution, CompletionState::byBytes)
            .thenComparing(CompletionState::reference, CompletionState::byBytes);

    static CompletionState of(Members json) {
        return new CompletionState(
                json.uuid("completionId"),
                json.whole("version", 1),
                json.uuid("learnerId"),
                NamedMembers.of(json),
                json.text("reference"),
                json.date("completedOn"),
                json.text("status").equals("accepted"),
                json.whole("trainedVersion", 0));
    }

    String cohort() {
        return named.cohort();
    }

    String institution() {
        return named.institution();
    }

    String course() {
        return named.course();
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
