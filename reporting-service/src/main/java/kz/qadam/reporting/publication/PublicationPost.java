package kz.qadam.reporting.publication;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to name a release. */
@Schema(description = "The release to name, and the name.")
record PublicationPost(
        @Schema(description = "The name of the publication; each name is given once.", examples = "2026-Q2")
        @NotNull
        @Size(max = 100)
        @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]*$", message = "malformed/name")
        String name,

        @Schema(
                description =
                        "Names the newest public release that is not later than this instant: an instant with offset,"
                                + " or a date for the end of that local day.",
                examples = "2026-07-05")
        @NotNull
        String asOf,

        @Schema(
                description = "The release is not of a later day than this; if absent: any day.",
                examples = "2026-06-30")
        String on) {

    static final ItemReader<PublicationPost> READER = ItemReader.of(PublicationPost.class);
}
