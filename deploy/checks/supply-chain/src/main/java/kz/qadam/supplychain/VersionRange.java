package kz.qadam.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The versions from one in which a fault was introduced until one in which it was fixed, possibly several times. */
record VersionRange(List<Event> events) {

    private enum Kind {
        INTRODUCED,
        LAST_AFFECTED,
        FIXED
    }

    private record Event(ComparableVersion at, Kind kind) {}

    /** OSV's sign for before all versions. */
    private static final String BEGINNING = "0";

    VersionRange {
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    static VersionRange of(JsonNode events) {
        List<Event> all = new ArrayList<>();
        for (JsonNode event : events) {
            add(all, event.path("introduced"), Kind.INTRODUCED);
            add(all, event.path("last_affected"), Kind.LAST_AFFECTED);
            add(all, event.path("fixed"), Kind.FIXED);
        }
        return new VersionRange(all);
    }

    boolean includes(String version) {
        var examined = new ComparableVersion(version);
        boolean isAffected = false;
        for (Event event : events) {
            int order = examined.compareTo(event.at());
            isAffected = switch (event.kind()) {
                case INTRODUCED ->
                    isAffected || order >= 0 || event.at().toString().equals(BEGINNING);
                case LAST_AFFECTED -> isAffected && order <= 0;
                case FIXED -> isAffected && order < 0;
            };
        }
        return isAffected;
    }

    private static void add(List<Event> all, JsonNode version, Kind kind) {
        if (version.isTextual()) {
            all.add(new Event(new ComparableVersion(version.asText()), kind));
        }
    }
}
