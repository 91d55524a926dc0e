package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A platform of an institution, with the profile by which its statements are read. */
public final class Platform {

    private final String name;
    private final PlatformKind kind;
    private final Set<String> homePages;
    private final Map<VerbAndType, Meaning.Result> asked;
    private final Map<String, String> courses;
    private final JsonPointer coursePointer;
    private final Set<String> notOurs;

    public Platform(String name, PlatformProfile profile) {
        this.name = name;
        this.kind = profile.kind();
        this.homePages = profile.homePages().stream().map(Platform::comparable).collect(Collectors.toSet());
        this.asked = asked(profile);
        this.courses = profile.courses().stream()
                .collect(Collectors.toMap(
                        PlatformProfile.NamedCourse::activity,
                        PlatformProfile.NamedCourse::course,
                        (first, second) -> first));
        String pointer = profile.coursePointer() == null ? kind.coursePointer() : profile.coursePointer();
        this.coursePointer = pointer == null ? null : JsonPointer.compile(pointer);
        this.notOurs = new HashSet<>(profile.notOurs());
    }

    private static Map<VerbAndType, Meaning.Result> asked(PlatformProfile profile) {
        List<VerbAndType> done = profile.done().isEmpty() ? profile.kind().done() : profile.done();
        Map<VerbAndType, Meaning.Result> asked =
                profile.kind().failed().stream().collect(Collectors.toMap(pair -> pair, pair -> Meaning.Result.FAILED));
        done.forEach(pair -> asked.put(pair, Meaning.Result.DONE));
        return asked;
    }

    public String name() {
        return name;
    }

    boolean isOpenEdx() {
        return kind == PlatformKind.OPENEDX;
    }

    boolean hasAccountsAt(String homePage) {
        return homePages.contains(comparable(homePage));
    }

    /** What a verb with a type says of a whole course; empty if the profile does not ask for it. */
    Optional<Meaning.Result> asksFor(VerbAndType pair) {
        return Optional.ofNullable(asked.get(pair));
    }

    boolean isNotOurs(String activity) {
        return notOurs.contains(activity);
    }

    /** Whether the profile itself says which of our courses it is, or that it is none. */
    public boolean saysWhatIs(String activity) {
        return courses.containsKey(activity) || notOurs.contains(activity);
    }

    /** Which of our courses it is; null if nobody has said so. */
    String courseOf(String activity, JsonNode object) {
        String named = courses.get(activity);
        if (named != null || coursePointer == null) {
            return named;
        }
        String code = object.at(coursePointer).asText("").strip();
        return code.isEmpty() ? null : code;
    }

    /** Platforms write the address of a site with a slash at its end, or without. */
    private static String comparable(String homePage) {
        return homePage.strip().replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }
}
