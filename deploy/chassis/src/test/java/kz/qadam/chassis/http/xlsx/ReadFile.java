package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;

/** What becomes of a file that somebody sends as a batch: its rows, or the problem that refuses it. */
final class ReadFile {

    private ReadFile() {}

    static Map<Integer, List<String>> rows(byte[] file) throws IOException {
        Map<Integer, List<String>> rows = new TreeMap<>();
        try (Spreadsheet sheet = Spreadsheet.open(new ByteArrayInputStream(file), UnpackingLimits.BATCH)) {
            while (sheet.next()) {
                rows.put(sheet.number(), sheet.cells());
            }
        }
        return rows;
    }

    static List<String> firstRow(Packed file) throws IOException {
        return rows(file.bytes()).get(1);
    }

    /** Null if the file is read. */
    static Throwable outcome(byte[] file, UnpackingLimits limits) {
        return catchThrowable(() -> {
            try (Spreadsheet sheet = Spreadsheet.open(new ByteArrayInputStream(file), limits)) {
                while (sheet.next()) {}
            }
        });
    }

    /** The problem that refuses a file. */
    static Problem refusal(byte[] file) {
        Throwable outcome = outcome(file, UnpackingLimits.BATCH);
        assertThat(outcome).isInstanceOf(Problem.class);
        return (Problem) outcome;
    }

    /** By a sentence in every language. */
    static void assertRefused(Packed file, ProblemType type) {
        Problem problem = refusal(file.bytes());
        assertThat(problem.type()).isEqualTo(type);
        assertThat(List.of(Language.values()))
                .allSatisfy(language ->
                        assertThat(ProblemBody.sentence(problem, language)).endsWith("."));
    }

    static String repeated(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }
}
