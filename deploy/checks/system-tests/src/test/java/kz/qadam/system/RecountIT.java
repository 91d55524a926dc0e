package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of somebody else finds every figure again, from a fetched archive. */
@OnOtherSuite(SuiteKind.PLAIN)
class RecountIT {

    private static final Path PROGRAM = Repository.path("deploy/checks/recount/recount.py");

    @TempDir
    Path archive;

    private final Qadam qadam;
    private final Auditor auditor;
    private final Institution school;
    private final Institution university;
    private final Course course;

    RecountIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.school = qadam.office().opens("school", "KZ-75");
        this.university = qadam.office().opens("university", "KZ-10");
        this.course = qadam.office().offers(36);
    }

    /** Trained, corrected, revoked, known twice, and asked to be forgotten. */
    private void aHistory() throws IOException {
        Partner partner = qadam.partner(school);
        List<Completion> some = Stream.generate(
                        () -> Enrolment.of(school, course, "pupils").completed(0))
                .limit(12)
                .toList();
        partner.enrolsAndCompletes(some);
        partner.corrects(some.get(0), "another certificate");
        partner.revokes(some.get(1));

        Enrolment elsewhere = Enrolment.of(university, course, "pupils");
        qadam.partner(university).enrolsAndCompletes(List.of(elsewhere.completed(1)));
        qadam.office()
                .merges(
                        qadam.partner(university).learnerOf(elsewhere.reference()),
                        partner.learnerOf(some.get(2).enrolment().reference()));
        qadam.office().erases(some.get(3).enrolment().iin());
    }

    private String openings() throws IOException {
        String openings = qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                .get("/v1/audit/events/openings.ndjson")
                .asString();
        return Files.writeString(archive.resolve("openings.ndjson"), openings).toString();
    }

    /** The figures of cohorts by total, region and institution, as the program counts them. */
    private Map<String, Figure> recounted(String on, String asOf) throws IOException, InterruptedException {
        Said counted = Said.by(new ProcessBuilder(
                        "bash",
                        "-euo",
                        "pipefail",
                        "-c",
                        "zcat reporting.events/1/*/*.ndjson.gz | python3 \"$@\" 2>/dev/null",
                        "-",
                        PROGRAM.toString(),
                        "exact",
                        on,
                        asOf,
                        openings())
                .directory(archive.toFile())
                .redirectErrorStream(true)
                .start());
        assertThat(counted.exitCode()).as(counted.text()).isZero();
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        counted.text().lines().map(line -> line.split("\t", -1)).forEach(cell -> {
            if (List.of("total", "region", "institution").contains(cell[2])) {
                String place = cell[2].equals("total") ? cell[0] : cell[0] + " " + cell[3];
                numbers.computeIfAbsent(place, any -> new HashMap<>()).put(cell[1], Long.parseLong(cell[4]));
            }
        });
        Map<String, Figure> figures = new TreeMap<>();
        numbers.forEach((place, of) -> figures.put(
                place,
                new Figure(
                        of.getOrDefault("enrolled", 0L),
                        of.getOrDefault("completions", 0L),
                        of.getOrDefault("trained", 0L))));
        return figures;
    }

    @Test
    void every_figure_is_found_again() throws Exception {
        aHistory();
        auditor.figures();
        String asOf = auditor.get("/v1/progress").path("asOf");
        Map<String, Figure> ofCohorts = new TreeMap<>(auditor.figures(asOf).at());
        ofCohorts.keySet().removeIf(place -> place.equals("total") || place.startsWith("total "));
        String on = auditor.get("/v1/progress?asOf=" + asOf).path("on");
        assertThat(ofCohorts).isNotEmpty();
        assertThat(Said.by(qadam.archive("keys", archive)).exitCode()).isZero();

        soon().untilAsserted(() -> {
            Said fetched = Said.by(qadam.archive("fetch", archive));
            assertThat(fetched.exitCode()).as(fetched.text()).isZero();
            assertThat(recounted(on, asOf)).isEqualTo(ofCohorts);
        });
    }
}
