package kz.qadam.reporting.catalogue;

import java.util.Set;
import kz.qadam.reporting.json.Members;
import kz.qadam.reporting.rollup.Dimension;

/**
 * A partner institution.
 *
 * @param region or unknown
 */
public record Institution(String code, long version, String kind, Names names, String region, String status) {

    private static final Set<String> KINDS = Labels.known(Dimension.KIND);

    private static final Set<String> STATUS = Set.of("active", "suspended", "closed");

    /** Whether it is expected to report. */
    public boolean isActive() {
        return status.equals("active");
    }

    /** Reads the data of {@code institution-described}. */
    public static Institution of(Members json) {
        return new Institution(
                json.text("code"),
                json.whole("version", 1),
                json.text("kind", KINDS),
                Names.of(json.object("names")),
                json.has("region") ? json.region("region") : "unknown",
                json.text("status", STATUS));
    }
}
