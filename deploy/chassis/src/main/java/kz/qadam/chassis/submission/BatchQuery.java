package kz.qadam.chassis.submission;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a batch is submitted: what its query and its headers say. A {@code @BeanParam}. */
public class BatchQuery {

    @RestQuery
    @Parameter(
            description = "Judge everything and tell what it would do; keep nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    @RestQuery
    @Parameter(
            description = "Keep all or nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String atomic;

    @Context
    HttpHeaders headers;

    /**
     * How the items are to be recorded.
     *
     * @throws kz.qadam.chassis.problem.Problem 400 for anything else than true and false
     */
    public BatchOptions options() {
        return BatchOptions.of(dryRun, atomic, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * What the body is said to be.
     *
     * @throws Problem 415 if nothing is said
     */
    public MediaType mediaType() {
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        }
        return type;
    }

    /** Whether the answer is wanted as a table. */
    public boolean wantsTable() {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> Batch.CSV.equals(type.getType() + "/" + type.getSubtype()));
    }
}
