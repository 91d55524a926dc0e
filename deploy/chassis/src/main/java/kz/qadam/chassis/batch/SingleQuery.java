package kz.qadam.chassis.batch;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the query may say where one thing is sent. A {@code @BeanParam}. */
public class SingleQuery {

    @RestQuery
    @Parameter(
            description = "Judge it and tell what it would do; keep nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /**
     * How it is to be taken.
     *
     * @throws kz.qadam.chassis.problem.Problem 400 for anything else than true and false
     */
    public Terms terms() {
        return Terms.of(dryRun, null, null);
    }
}
