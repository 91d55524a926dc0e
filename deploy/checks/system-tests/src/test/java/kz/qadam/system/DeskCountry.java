package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;

/**
 * A country in a suite: institutions of all kinds and in all regions, one of them large and some that never sent anything, and
 * enrolments, most with a completion. Of a hundred completions some wait for their enrolment, are before it, or are outside the
 * programme. The office sends all of it, in files.
 */
final class DeskCountry {

    private static final int FILE = 5_000;
    private static final int AT_ONCE = 2;

    private static final List<String> REGIONS = List.of(
            "KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47",
            "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79");

    /** The cohort of the learners of each kind of institution. Schools are the most. */
    private static final Map<String, String> COHORTS = Map.of(
            "school", "pupils",
            "university", "students",
            "agency", "civil-servants",
            "company", "business",
            "training-centre", "citizens");

    private static final List<String> KINDS = List.of(
            "school",
            "school",
            "school",
            "school",
            "university",
            "agency",
            "school",
            "company",
            "school",
            "training-centre");

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate BEFORE_THE_PROGRAMME = LocalDate.of(2025, 12, 1);
    private static final int DAYS_OF_JOINING = 240;
    private static final int COURSES = 6;

    private final RequestSpecification enrolment;
    private final RequestSpecification progress;
    private final int institutions;
    private final int enrolments;

    DeskCountry(Qadam qadam, int institutions, int enrolments) throws IOException {
        this.enrolment = qadam.bearer(Service.ENROLMENT, qadam.tokenOf("office"));
        this.progress = qadam.bearer(Service.PROGRESS, qadam.tokenOf("office"));
        this.institutions = institutions;
        this.enrolments = enrolments;
    }

    /** The institution with a twentieth of all enrolments. */
    static Institution large() {
        return institution(0);
    }

    private static Institution institution(int i) {
        return new Institution("desk-" + i, REGIONS.get(i % REGIONS.size()));
    }

    private static String kind(int i) {
        return KINDS.get(i % KINDS.size());
    }

    static String course(int i) {
        return "DESK-" + i % COURSES;
    }

    void fill(Qadam qadam) {
        IntStream.range(0, COURSES).forEach(i -> qadam.office().offers(course(i), 18 + 6 * i));
        send(enrolment, "institutions", "code,kind,nameKk,nameRu,nameEn,region\n", rows(institutions, this::described));
        List<String> iins = IntStream.range(0, enrolments)
                .mapToObj(i -> i % 3 == 2 ? null : Iins.next())
                .collect(Collectors.toCollection(ArrayList::new));
        send(
                enrolment,
                "enrolments",
                "reference,institution,course,cohort,iin,enrolledOn\n",
                rows(enrolments, i -> enrolled(i, iins.get(i % 3 == 2 ? i - 1 : i))));
        send(
                progress,
                "completions",
                "reference,institution,enrolment,completedOn\n",
                rows(enrolments, this::completed));
    }

    /** Leaves out the numbers of people who are there, and those that an earlier walk has used. */
    void passNumbers() {
        IntStream.range(0, 2 * enrolments + (int) (System.nanoTime() % enrolments))
                .forEach(i -> Iins.next());
    }

    private String described(int i) {
        var one = institution(i);
        return String.join(",", one.code(), kind(i), "Мекеме " + i, "Учреждение " + i, "Institution " + i, one.region())
                + "\n";
    }

    /** Of ten institutions one never sends anything, and the first sends the most. */
    private Institution sender(int i) {
        if (i % 20 < 1) {
            return large();
        }
        int sending = Math.max(1, institutions * 9 / 10);
        return institution((int) ((long) (i / 3) * 7919 % sending));
    }

    private int numberOf(Institution institution) {
        return Integer.parseInt(institution.code().substring("desk-".length()));
    }

    private String enrolled(int i, String iin) {
        Institution at = sender(i);
        return String.join(
                        ",",
                        "E-" + i,
                        at.code(),
                        course(i),
                        COHORTS.get(kind(numberOf(at))),
                        iin,
                        joined(i).toString())
                + "\n";
    }

    private static boolean isEarly(int i) {
        return i % 193 == 7;
    }

    private static LocalDate joined(int i) {
        return isEarly(i) ? BEFORE_THE_PROGRAMME : FIRST_DAY.plusDays(i * 31L % DAYS_OF_JOINING);
    }

    /** Four of five are completed. */
    private String completed(int i) {
        if (i % 5 == 4) {
            return "";
        }
        String reference = (counts(i) || i % 97 != 3 ? "E-" : "lost-") + i;
        int days = i % 97 == 13 ? -3 : isEarly(i) ? 20 : 20 + i % 40;
        return String.join(
                        ",",
                        "C-" + i,
                        sender(i).code(),
                        reference,
                        joined(i).plusDays(days).toString()) + "\n";
    }

    private static boolean counts(int i) {
        return i % 97 != 3 && i % 97 != 13 && !isEarly(i);
    }

    private static List<List<String>> rows(int count, IntFunction<String> row) {
        List<List<String>> files = new ArrayList<>();
        for (int from = 0; from < count; from += FILE) {
            files.add(IntStream.range(from, Math.min(count, from + FILE))
                    .mapToObj(row)
                    .filter(one -> !one.isEmpty())
                    .toList());
        }
        return files;
    }

    /** Sends the files, some at once. No row is rejected. */
    private static void send(RequestSpecification as, String kind, String header, List<List<String>> files) {
        long began = System.nanoTime();
        Iterator<List<String>> left = files.iterator();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            while (left.hasNext()) {
                String csv = header + String.join("", left.next());
                all.add(CompletableFuture.runAsync(() -> send(as, kind, csv), threads));
            }
            all.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        System.out.printf("%s in %d s%n", kind, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static void send(RequestSpecification as, String kind, String csv) {
        var answer = io.restassured.RestAssured.given()
                .spec(as)
                .contentType("text/csv")
                .body(csv)
                .post("/v1/" + kind + "/batch")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 207))
                .extract()
                .jsonPath();
        assertThat(answer.getInt("rejected"))
                .as(() -> answer.getString("results.find { it.status == 'rejected' }"))
                .isZero();
    }
}
