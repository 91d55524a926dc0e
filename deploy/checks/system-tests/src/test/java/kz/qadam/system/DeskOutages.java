package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.local.Service;

/**
 * Each service hangs in turn: it takes requests and answers none. Meanwhile people log in at the home of another service within a
 * second, and see it within a second; the panels of the service that hangs say that they are missing.
 */
record DeskOutages(Qadam qadam) {

    private static final Duration WITHIN = Duration.ofSeconds(1);

    /** When the answer of the page was there, in milliseconds after it was asked for. */
    private static final String ANSWERED = "return performance.getEntriesByType('navigation')[0].responseEnd";

    /**
     * What somebody meets at a home.
     *
     * @param login until the home was on its way
     * @param page until the home was there, without its panels
     * @param panels how many panels it has of the service that hangs
     * @param missing how many of its panels said that they are missing
     */
    private record Visit(DeskHome home, Service hangs, Duration login, Duration page, int panels, int missing) {

        boolean isWrong() {
            return login.compareTo(WITHIN) > 0 || page.compareTo(WITHIN) > 0 || missing != panels;
        }

        String row() {
            return "| %s | %s | %.2f s | %.2f s | %d of %d%s |"
                    .formatted(
                            hangs.module(),
                            home.code(),
                            login.toMillis() / 1000.0,
                            page.toMillis() / 1000.0,
                            missing,
                            panels,
                            isWrong() ? " **wrong**" : "");
        }
    }

    /** Prints what people met; whether all of it was right. */
    boolean areRight() throws IOException, InterruptedException {
        List<Visit> visits = new ArrayList<>();
        for (Service service : List.of(Service.ENROLMENT, Service.PROGRESS, Service.REPORTING)) {
            signal("STOP", service);
            try {
                for (DeskHome home : DeskHome.values()) {
                    if (home.service() != service) {
                        visits.add(visit(home, service));
                    }
                }
            } finally {
                signal("CONT", service);
            }
        }
        System.out.println("\n| hangs | home | login | page | panels missing |\n|---|---|---:|---:|---:|");
        visits.forEach(visit -> System.out.println(visit.row()));
        return visits.stream().noneMatch(Visit::isWrong);
    }

    private Visit visit(DeskHome home, Service hangs) throws IOException {
        String token = home.token(qadam);
        try (var browser = new Browser()) {
            long begun = System.nanoTime();
            home.enter(browser, qadam, token);
            Duration login = Duration.ofNanos(System.nanoTime() - begun);
            browser.open(home.address(qadam, "kk"));
            soon().until(() -> browser.elements("[data-from][aria-busy=true]").isEmpty());
            Number page = (Number) browser.run(ANSWERED);
            return new Visit(
                    home,
                    hangs,
                    login,
                    Duration.ofMillis(page.longValue()),
                    browser.elements("[data-from*='/panels/%s/']".formatted(hangs.code()))
                            .size(),
                    browser.elements(".missing").size());
        }
    }

    private void signal(String signal, Service service) throws IOException, InterruptedException {
        long pid = qadam.process(service).pid();
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }
}
