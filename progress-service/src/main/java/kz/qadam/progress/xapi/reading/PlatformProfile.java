package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.SelfChecking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the statements of one platform are read.
 *
 * @param done what says that a whole course is done; empty: what is usual for the kind
 * @param coursePointer where the course says our code; null: what is usual for the kind
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "PlatformProfile",
        description =
                "How the statements of one learning platform are read. Only what says that a whole course is done is"
                        + " taken; modules, videos and quizzes are left out, and never stored.")
public record PlatformProfile(
        @Schema(
                description = "moodle: the plugin logstore_xapi. openedx: the plugin event-routing-backends, from 9.3.6"
                        + " on. generic: anything else.")
        @NotNull
        PlatformKind kind,

        @Schema(
                description =
                        "The addresses at which the platform has its accounts, as its statements name them (homePage"
                                + " of the account); at most 10.",
                examples = "[\"https://lms.school-42.example\"]")
        @NotNull
        List<@Size(min = 1, max = 500) @FreeText(mayHonourPerson = true) String> homePages,

        @Schema(
                description =
                        "What says that a whole course is done, if it is not what is usual for the kind; at most 10.")
        List<VerbAndType> done,

        @Schema(description = "Which of the platform's courses is which of ours; at most 2,000.")
        List<NamedCourse> courses,

        @Schema(
                description =
                        "Where in the object of a statement our code of the course is: a JSON Pointer. If left out,"
                                + " for moodle the number of the course (idnumber), for others nowhere. The list of courses comes"
                                + " first.",
                examples = "/definition/extensions/https:~1~1lms.school-42.example~1code")
        @Size(min = 1, max = 500)
        @FreeText(mayHonourPerson = true)
        String coursePointer,

        @Schema(
                description = "The addresses of courses that are none of ours; at most 2,000. Their statements are left"
                        + " out.",
                examples = "[\"https://lms.school-42.example/course/view.php?id=3\"]")
        List<@Size(min = 1, max = 1000) @FreeText(mayHonourPerson = true) String> notOurs)
        implements SelfChecking {

    /** A course of the platform, and which of ours it is. */
    @Schema(name = "NamedCourse")
    public record NamedCourse(
            @Schema(
                    description = "The address of the course, as statements name it.",
                    examples = "https://lms.school-42.example/course/view.php?id=2")
            @NotNull
            @Size(min = 1, max = 1000)
            @FreeText(mayHonourPerson = true)
            String activity,

            @Schema(description = "Our code of the course.", examples = "AI-101")
            @NotNull
            @Size(min = 1, max = 100)
            @FreeText(mayHonourPerson = true)
            String course) {}

    public static final ItemReader<PlatformProfile> READER = ItemReader.of(PlatformProfile.class);

    public static final String EXAMPLE = """
            {"kind": "moodle", "homePages": ["https://lms.school-42.example"],
             "courses": [{"activity": "https://lms.school-42.example/course/view.php?id=2", "course": "AI-101"}],
             "notOurs": ["https://lms.school-42.example/course/view.php?id=3"]}""";

    private static final int MOST_PAGES = 10;
    private static final int MOST_PAIRS = 10;
    private static final int MOST_COURSES = 2_000;

    public PlatformProfile {
        homePages = Objects.requireNonNullElse(homePages, List.of());
        done = Objects.requireNonNullElse(done, List.of());
        courses = Objects.requireNonNullElse(courses, List.of());
        notOurs = Objects.requireNonNullElse(notOurs, List.of());
    }

    /**
     * The same, which says of one more course what it is.
     *
     * @param course which of ours it is; null: none
     */
    public PlatformProfile naming(String activity, String course) {
        List<NamedCourse> named = new ArrayList<>(courses);
        named.removeIf(one -> one.activity().equals(activity));
        List<String> others = new ArrayList<>(notOurs);
        others.remove(activity);
        if (course == null) {
            others.add(activity);
        } else {
            named.add(new NamedCourse(activity, course));
        }
        return new PlatformProfile(kind, homePages, done, List.copyOf(named), coursePointer, List.copyOf(others));
    }

    @Override
    public void check(ItemFields profile) {
        checkSize(profile, "homePages", homePages, MOST_PAGES);
        checkSize(profile, "done", done, MOST_PAIRS);
        checkSize(profile, "courses", courses, MOST_COURSES);
        checkSize(profile, "notOurs", notOurs, MOST_COURSES);
        if (profile.has("homePages") && homePages.isEmpty()) {
            profile.broken("homePages", "no-home-page");
        }
        homePages.stream()
                .filter(page -> !isAddress(page))
                .forEach(page -> profile.broken("homePages", "home-page", page));
        if (coursePointer != null && !isPointer(coursePointer)) {
            profile.broken("coursePointer", "json-pointer");
        }
        long different = courses.stream().map(NamedCourse::activity).distinct().count();
        if (different < courses.size()) {
            profile.broken("courses", "named-twice");
        }
    }

    private static void checkSize(ItemFields profile, String name, List<?> list, int most) {
        if (list.size() > most) {
            profile.broken(name, "too-many", most);
        }
    }

    private static boolean isAddress(String page) {
        try {
            URI address = new URI(page);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPointer(String pointer) {
        try {
            return pointer.equals(JsonPointer.compile(pointer).toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
