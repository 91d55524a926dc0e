package kz.qadam.enrolment;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PrivacyTest {

    /** Kept, since a logger that nobody holds forgets its level. */
    private final Logger ours = Logger.getLogger("kz.qadam");

    private final Logger all = Logger.getLogger("");
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        all.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        all.removeHandler(log);
        ours.setLevel(null);
    }

    @Test
    void no_answer_log_line_metric_or_event_holds_an_identification_number() {
        String school = school();
        String course = course();
        String iin = People.iin();
        String wrong = iin.substring(0, 11) + (iin.charAt(11) == '0' ? '1' : '0');
        String good = enrolment("E-1", course, iin);

        List<String> answers = Stream.of(
                        good,
                        good,
                        enrolment("E-1", course, People.iin()),
                        enrolment("E-2", course, wrong),
                        enrolment("E-" + iin, course, iin),
                        enrolment("E-3", course, iin + "0"),
                        good.replace("\"" + iin + "\"", iin),
                        good.replace("\"iin\"", "\"learnerId\""),
                        good.substring(0, good.indexOf(iin) + 14),
                        good.replace("pupils", iin))
                .map(body -> partner(school).body(body).post("/v1/enrolments").asString())
                .toList();
        String table = partner(school)
                .contentType("text/csv")
                .body("reference,course,cohort,iin,enrolledOn\nE-4,%s,pupils,%s,2026-02-01\n%s,,,%s,%s\n"
                        .formatted(course, iin, iin, wrong, iin))
                .post("/v1/enrolments/batch")
                .asString();
        String headless = partner(school)
                .contentType("text/csv")
                .body("E-4,%s,pupils,%s,2026-02-01\n".formatted(course, iin))
                .post("/v1/enrolments/batch")
                .asString();
        await().untilAsserted(() -> assertThat(Published.all())
                .anySatisfy(event -> assertThat(event.json()).contains(school).contains("E-4")));

        assertThat(answers).noneMatch(answer -> answer.contains(iin) || answer.contains(wrong));
        assertThat(table + headless).doesNotContain(iin, wrong);
        assertThat(log.lines).noneMatch(line -> line.contains(iin) || line.contains(wrong));
        assertThat(Published.all()).noneMatch(event -> event.json().contains(iin));
        assertThat(Management.metrics()).contains("qadam_enrolments_total").doesNotContain(iin);
    }

    /** Everything that is logged, with its causes. */
    private static final class Log extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            var line = new StringWriter().append(formatter.formatMessage(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(line));
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
