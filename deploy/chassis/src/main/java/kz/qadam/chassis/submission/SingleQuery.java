package kz.qadam.chassis.submission;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the query may say where one item is submitted. A {@code @BeanParam}. */
public class SingleQuery {

    @RestQuery
    @Parameter(
            description = "Judge it and tell what it would do; keep nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /**
     * How the item is to be recorded.
     *
     * @throws kz.qadam.chassis.problem.Problem 400 for anything else than true and false
     */
    public BatchOptions options() {
        return BatchOptions.of(dryRun, null, null);
    }
}
