package kz.qadam.chassis.submissions.profiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved profile, as answers show it. */
@Schema(name = "SavedTableProfile", description = "A saved profile.")
public record TableProfileView(
        @JsonProperty("institution") @Schema(examples = "school-42")
        String owner,

        @Schema(examples = "deans-office") String name,

        @JsonUnwrapped TableProfile profile) {

    /** All profiles of an institution. */
    @Schema(name = "SavedTableProfiles")
    public record All(List<TableProfileView> items) {}

    static TableProfileView of(String owner, SavedTableProfiles.Saved saved) {
        return new TableProfileView(owner, saved.name(), saved.profile());
    }
}
