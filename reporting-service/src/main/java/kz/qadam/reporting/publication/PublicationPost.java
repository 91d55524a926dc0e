package kz.qadam.reporting.publication;

import java.util.regex.Pattern;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to publish figures. */
@Schema(description = "The figures to publish, and their name.")
record PublicationPost(
        @Schema(
                required = true,
                maxLength = 100,
                pattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$",
                description = "The name of the publication; each name is given once.",
                examples = "2026-Q2")
        String name,

        @Schema(
                required = true,
                description =
                        "The figures as known at this instant: an instant with offset, or a date for the end of that"
                                + " local day.",
                examples = "2026-07-05")
        String asOf,

        @Schema(
                description =
                        "Counts what had happened by the end of this local day; if absent, the local day of asOf.",
                examples = "2026-06-30")
        String on) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** @throws kz.qadam.chassis.problem.Problem if the request cannot be read */
    static PublicationPost read(Fields fields) {
        fields.require("name", "asOf");
        var post = new PublicationPost(fields.text("name", 100), fields.text("asOf", 100), fields.text("on", 100));
        if (post.name != null && !NAME.matcher(post.name).matches()) {
            fields.unreadable("name", "malformed/name");
        }
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return post;
    }
}
