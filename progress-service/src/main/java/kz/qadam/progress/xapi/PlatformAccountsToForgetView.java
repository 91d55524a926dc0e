package kz.qadam.progress.xapi;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The accounts that an institution has to delete at its platforms. */
@Schema(
        name = "AccountsToForget",
        description = "Accounts of erased people that an institution has to delete at its platforms.")
record PlatformAccountsToForgetView(
        @Schema(description = "The oldest first; at most 1,000.")
        List<Item> items) {

    /** An account of somebody who was erased. */
    @Schema(name = "AccountToForget")
    record Item(
            @Schema(
                    description = "Its identifier here, for the confirmation.",
                    examples = "5f2c7a0d9f1b4c6e8a3d5b7c9e1f2a4b6c8d0e2f4a6b8c0d1e3f5a7b9c1d3e5f")
            String account,

            @Schema(examples = "moodle") String platform,

            @Schema(description = "What the platform calls it.", examples = "17")
            String name,

            Instant erasedAt,

            @Schema(description = "When the name is deleted here without a confirmation.")
            Instant clearedAfter) {

        /** Not the name: it may say who somebody is. */
        @Override
        public String toString() {
            return "Item[" + platform + ", " + account + "]";
        }
    }
}
