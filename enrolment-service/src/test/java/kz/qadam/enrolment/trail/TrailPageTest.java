package kz.qadam.enrolment.trail;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** An auditor reads the trail on a page, the newest entries first. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TrailPageTest {

    private static final Pattern ROW = Pattern.compile("data-cell=\"subject\"[^>]*>([0-9a-f-]{36})<");
    private static final Pattern OLDER = Pattern.compile("id=\"more\" href=\"([^\"]+)\"");

    @Test
    void the_newest_entry_is_the_first_and_each_is_shown_once_on_the_way_to_the_oldest() {
        String school = school();
        String course = course();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 102; i++) {
            written.add(0, enrolled(school, enrolment("E-" + i, course, People.iin())));
        }

        String first = page("/enrolment-trail?lang=en&institution=" + school);
        Matcher older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        String second = page(older.group(1).replace("&amp;", "&"));

        List<String> shown = subjects(first);
        assertThat(shown).hasSize(100);
        shown.addAll(subjects(second));
        assertThat(shown).isEqualTo(written);
        assertThat(OLDER.matcher(second).find()).isFalse();
    }

    private static String page(String path) {
        return auditor()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> subjects(String page) {
        return new ArrayList<>(
                ROW.matcher(page).results().map(found -> found.group(1)).toList());
    }
}
