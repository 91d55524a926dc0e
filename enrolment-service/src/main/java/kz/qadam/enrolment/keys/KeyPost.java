package kz.qadam.enrolment.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.security.PartnerKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request for a new key. */
@Schema(name = "NewInstitutionKey", description = "A new key for a program of an institution.")
record KeyPost(
        @Schema(
                nullable = true,
                description = "The institution whose key it is. A partner’s administrator may leave it out.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        String institution,

        @Schema(
                nullable = true,
                description = "What it is for, to tell keys apart; up to 100 characters. It must not name a person.",
                examples = "Student register")
        @Size(min = 1, max = 100)
        @FreeText
        String label,

        @Schema(
                nullable = true,
                description = "The last day on which it works, in Almaty: in a year if left out, in two years at most.",
                examples = "2027-02-01")
        LocalDate expiresOn,

        @Schema(
                nullable = true,
                description =
                        "statements: it only posts statements of a learning platform, and opens nothing else. Take"
                                + " such a key for a platform. If left out, it may do what a partner may do.")
        Only only) {

    /** The one thing for which a key is. */
    enum Only {
        @JsonProperty(PartnerKey.STATEMENTS)
        STATEMENTS;

        /** The word that is stored and published. */
        @Override
        public String toString() {
            return PartnerKey.STATEMENTS;
        }
    }

    private static final ItemReader<KeyPost> READER = ItemReader.of(KeyPost.class);

    static final String EXAMPLE = """
            {"label": "Student register"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static KeyPost read(ItemFields fields, LocalDate today, LocalDate latest) {
        KeyPost post = READER.read(fields);
        if (post.expiresOn != null && (post.expiresOn.isBefore(today) || post.expiresOn.isAfter(latest))) {
            fields.broken("expiresOn", "expires-on", today, latest);
        }
        fields.throwProblem();
        return post;
    }
}
