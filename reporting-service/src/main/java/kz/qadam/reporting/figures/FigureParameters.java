package kz.qadam.reporting.figures;

import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of every question about figures that is answered as JSON or as CSV. */
public class FigureParameters {

    @RestQuery
    @Parameter(description = PointInTimeResolver.AS_OF, example = "2026-06-01T00:00:00+05:00")
    String asOf;

    @RestQuery
    @Parameter(description = PointInTimeResolver.ON, example = "2026-05-31")
    String on;

    @RestQuery
    @Parameter(
            description = "json or csv, for a client that cannot set the header Accept. It overrides the header.",
            schema = @Schema(enumeration = {"json", "csv"}))
    String format;

    @RestQuery
    @Parameter(
            description = "Whether CSV begins with a byte order mark, by which Excel recognises UTF-8. Default: true."
                    + " Programs that read the mark as part of the first column's name should send false.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String bom;

    private AnswerFormat accepted = AnswerFormat.JSON;

    /** The same parameters for a client that accepts CSV. */
    public FigureParameters asTable() {
        accepted = AnswerFormat.CSV;
        return this;
    }

    /** @throws kz.qadam.chassis.http.problem.Problem 400 if a parameter cannot be read */
    AnswerFormat format() {
        return AnswerFormat.of(format, bom, accepted);
    }
}
