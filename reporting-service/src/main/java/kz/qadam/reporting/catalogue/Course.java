package kz.qadam.reporting.catalogue;

import java.util.Set;
import kz.qadam.reporting.json.Members;
import kz.qadam.reporting.rollup.Dimension;

/** A course. */
public record Course(String code, long version, Names titles, long hours, String area) {

    private static final Set<String> AREAS = Labels.known(Dimension.AREA);

    /** Reads the data of {@code course-described}. */
    public static Course of(Members json) {
        return new Course(
                json.text("code"),
                json.whole("version", 1),
                Names.of(json.object("titles")),
                json.whole("hours", 1),
                json.text("area", AREAS));
    }
}
