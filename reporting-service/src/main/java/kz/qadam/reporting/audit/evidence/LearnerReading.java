package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry in the log of readings, as it concerns one learner.
 *
 * @param certain whether the answer is known to have had a record of the learner
 */
@Schema(description = "An entry in the log of readings whose answer had, or may have had, a record of the learner.")
record LearnerReading(
        @JsonUnwrapped Reading reading,

        @Schema(
                description =
                        "True: the same question, asked again as of the same instant, has a record of the learner in"
                                + " its answer. False: the answer may have had one, which cannot be found out any more or is not"
                                + " kept in such detail.")
        boolean certain) {}
