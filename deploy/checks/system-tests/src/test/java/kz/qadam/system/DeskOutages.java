package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.qadam.local.Service;

/** Each service in turn hangs, and then is stopped: the homes of the others say so, and otherwise are as usual. */
final class DeskOutages {

    private static final int AT_MOST = 1_000;

    private final Qadam qadam;
    private final List<String> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    DeskOutages(Qadam qadam) {
        this.qadam = qadam;
    }

    /** Rows of a table of Markdown. */
    List<String> rows() {
        return rows;
    }

    List<String> faults() {
        return faults;
    }

    void all() throws IOException {
        for (Service service : Service.values()) {
            ProcessHandle process = qadam.process(service);
            signal("STOP", process);
            try {
                homes(service, "hangs");
            } finally {
                signal("CONT", process);
            }
            soon().until(() -> qadam.isReady(service));
            qadam.suite().kill(service);
            try {
                homes(service, "is stopped");
            } finally {
                qadam.restart(service);
            }
        }
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
    }

    private void homes(Service service, String what) throws IOException {
        for (DeskHome home : DeskHome.values()) {
            if (home.service() != service) {
                home(home, service, what);
            } else if (what.equals("is stopped")) {
                withoutItsService(home);
            }
        }
    }

    private void home(DeskHome home, Service service, String what) throws IOException {
        try (var browser = new Browser()) {
            home.enter(browser, qadam, home.token(qadam));
            browser.open(home.address(qadam, "kk"));
            long took = ((Number) browser.run("return performance.getEntriesByType('navigation')[0].responseEnd"))
                    .longValue();
            soon().until(() -> browser.elements("[data-from][aria-busy=true]").isEmpty());
            int missing = browser.elements(".missing").size();
            add(home, service.module() + " " + what, took, missing, missing == 1 && took <= AT_MOST);
        }
    }

    /** The front answers with a page of its own. */
    private void withoutItsService(DeskHome home) throws IOException {
        try (var browser = new Browser()) {
            browser.authorize(home.token(qadam));
            browser.open(qadam.front() + "/desk/" + home.code());
            long took = ((Number) browser.run("return performance.getEntriesByType('navigation')[0].responseEnd"))
                    .longValue();
            int links = browser.elements("a").size();
            add(home, home.service().module() + ", its own, is stopped", took, 1, links > 0 && took <= AT_MOST);
        }
    }

    private void add(DeskHome home, String what, long took, int missing, boolean isRight) {
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %d ms | %d | %s |",
                home.code(),
                what,
                took,
                missing,
                isRight ? "" : "**wrong**");
        rows.add(row);
        if (!isRight) {
            faults.add(row);
        }
    }
}
