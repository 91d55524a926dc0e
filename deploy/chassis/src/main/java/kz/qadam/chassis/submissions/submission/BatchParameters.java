package kz.qadam.chassis.submissions.submission;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters and headers of a batch, as a {@code @BeanParam}. */
public class BatchParameters {

    @RestQuery
    @Parameter(
            description = "Judge all items and show their effect; keep nothing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    @RestQuery
    @Parameter(
            description = "Keep all items or none.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String atomic;

    @Context
    HttpHeaders headers;

    /**
     * The options of the batch.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 for other values than true and false
     */
    public BatchOptions options() {
        return BatchOptions.of(dryRun, atomic, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The media type of the body.
     *
     * @throws Problem 415 without a Content-Type
     */
    public MediaType mediaType() {
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        }
        return type;
    }

    /** Whether the answer should be a table. */
    public boolean wantsTable() {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> Batch.CSV.equals(type.getType() + "/" + type.getSubtype()));
    }
}
