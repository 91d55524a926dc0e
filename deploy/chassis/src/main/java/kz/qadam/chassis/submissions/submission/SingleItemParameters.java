package kz.qadam.chassis.submissions.submission;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a single item, as a {@code @BeanParam}. */
public class SingleItemParameters {

    @RestQuery
    @Parameter(
            description = "Judge the item and show its effect; keep nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /**
     * The options of the submission.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 for other values than true and false
     */
    public BatchOptions options() {
        return BatchOptions.of(dryRun, null, null);
    }
}
