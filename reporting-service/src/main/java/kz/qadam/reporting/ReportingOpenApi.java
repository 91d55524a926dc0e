package kz.qadam.reporting;

import jakarta.ws.rs.core.Application;
import kz.qadam.reporting.openapi.OpenApiPlaceholders;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the service introduces itself. What a parameter and an answer both may be has a schema of its own: generated clients
 * would else make two types of it, of one name.
 */
@OpenAPIDefinition(
        info = @Info(title = "Qadam: figures and audit", version = "1.0", description = """
                                The figures of the programme, and what an auditor needs to check them. Every figure \
                                says as of when it was known (asOf), on which day (on), by which definition, and \
                                whether it is provisional and why. The same question with a past asOf has the same \
                                answer for ever."""),
        components =
                @Components(
                        schemas = {
                            @Schema(
                                    name = "SeriesInterval",
                                    description = "How long the periods of a series are.",
                                    type = SchemaType.STRING,
                                    enumeration = {"day", "week", "month"}),
                            @Schema(
                                    name = "EvidenceMeasure",
                                    description = "What is counted.",
                                    type = SchemaType.STRING,
                                    enumeration = OpenApiPlaceholders.MEASURES),
                            @Schema(
                                    name = "RevisionClass",
                                    description = "Why a figure changed.",
                                    type = SchemaType.STRING,
                                    enumeration = {
                                        "late",
                                        "new",
                                        "correction",
                                        "revocation",
                                        "merge",
                                        "rule",
                                        "programme",
                                        "other"
                                    })
                        }))
public class ReportingOpenApi extends Application {}
