package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** Large files, and services that are killed in their midst. */
@OnSuite
class ImportIT {

    private static final int ROWS = 20_000;
    private static final int ONE_IN = 1_000;

    private final Qadam qadam;
    private final Auditor auditor;
    private final Figures before;
    private final Partner partner;
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final List<Enrolment> misspelt = new ArrayList<>();

    ImportIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.before = auditor.figures();
        Institution school = qadam.office().opens("school", "KZ-11");
        Course course = qadam.office().offers(36);
        this.partner = qadam.partner(school);
        IntStream.range(0, ROWS).forEach(i -> {
            boolean isMisspelt = i % ONE_IN == ONE_IN / 2;
            String iin = isMisspelt ? Iins.misspelt() : Iins.next();
            (isMisspelt ? misspelt : enrolments).add(Enrolment.of(school, course, "students", iin));
        });
    }

    @Test
    void a_service_that_is_killed_twice_in_the_midst_of_a_file_takes_every_row_in_once() {
        List<Completion> completions =
                enrolments.stream().map(enrolment -> enrolment.completed(0)).toList();

        JsonPath enrolled = killedTwice(Service.ENROLMENT, partner.imports(mixed()));
        JsonPath completed = killedTwice(Service.PROGRESS, partner.importsCompletions(completions));

        assertThat(enrolled.getInt("received")).isEqualTo(ROWS);
        assertThat(enrolled.getInt("accepted")).isEqualTo(enrolments.size());
        assertThat(enrolled.getInt("rejected")).isEqualTo(misspelt.size());
        assertThat(completed.getInt("accepted") + completed.getInt("pending")).isEqualTo(completions.size());
        auditor.sees(PlainCount.of(completions), before);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void the_rows_that_were_not_kept_are_all_in_the_file_of_errors_and_nowhere_else_to_be_read() throws IOException {
        LargeFile file = partner.imports(mixed());
        file.awaitProcessed(1);

        assertThat(Qadam.filesWith(text -> !Iins.in(text).isEmpty())).isEmpty();

        file.awaitEnd();
        assertThat(file.errors())
                .zipSatisfy(
                        misspelt,
                        (row, sent) -> assertThat(row).startsWith(sent.row().strip()));
        assertThat(Qadam.filesWith(text -> !Iins.in(text).isEmpty())).isEmpty();
    }

    /** In the order in which they were thought of. */
    private List<Enrolment> mixed() {
        List<Enrolment> all = new ArrayList<>(enrolments);
        IntStream.range(0, misspelt.size()).forEach(i -> all.add(i * ONE_IN + ONE_IN / 2, misspelt.get(i)));
        return all;
    }

    private JsonPath killedTwice(Service service, LargeFile file) {
        for (int part = 1; part <= 2; part++) {
            file.awaitProcessed(part * ROWS / 4);
            qadam.process(service).destroyForcibly();
            soon().ignoreExceptions().until(() -> qadam.isReady(service));
        }
        return file.awaitEnd();
    }
}
