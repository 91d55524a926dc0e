package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.front.Route;
import kz.qadam.front.Routes;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may open which page: every page at the front, and every page that the navigation of somebody leads to. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessIT {

    private static final String HEADER = "path,caller,outcome";
    private static final Path TABLE = Repository.path("deploy/docs/page-access.csv");
    private static final Path SEEN = Path.of("target/page-access.csv");
    private static final String RENEW =
            "cp deploy/checks/system-tests/plain-suite/target/page-access.csv deploy/docs/page-access.csv";

    /** What begins or ends a session is for people who log in. */
    private static final Pattern NO_PAGE = Pattern.compile("/v1(/.*)?|/login/.*|/logout|/_static|/datapackage.json");

    private static final String AS_BROWSERS_DO = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static final Pattern NAVIGATION = Pattern.compile("<nav class=\"pages.*?</nav>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?]*)");

    private final ApiClient client;
    private final List<AccessCaller> callers;

    PageAccessIT(Qadam qadam) throws IOException {
        this.client = ApiClient.of(qadam);
        this.callers = AccessCaller.all(qadam);
    }

    @Test
    void every_page_admits_those_whom_the_table_names() throws IOException {
        List<String> seen = Stream.concat(
                        Stream.of(HEADER),
                        pages().stream()
                                .flatMap(page -> callers.stream()
                                        .map(caller -> page + "," + caller.name() + "," + outcome(page, caller)))
                                .sorted())
                .toList();
        Files.write(SEEN, seen);

        assertThat(seen)
                .as("What differs from deploy/docs/page-access.csv. If each line is as it should be: %s", RENEW)
                .containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void nobody_is_led_to_a_page_that_refuses() {
        assertThat(callers.stream().filter(caller -> !navigation(caller).isEmpty()))
                .extracting(AccessCaller::name)
                .contains("partner", "partner-admin", "office", "office-of-a-region", "auditor");
        for (AccessCaller caller : callers) {
            assertThat(navigation(caller))
                    .as(caller.name())
                    .allSatisfy(page ->
                            assertThat(get(page, caller).status()).as(page).isLessThan(400));
        }
    }

    /** The paths that lead to something for somebody; some are only the beginning of others. */
    private Set<String> pages() {
        Set<String> pages = Routes.all().stream()
                .map(Route::path)
                .filter(path -> !path.startsWith("/staff"))
                .collect(Collectors.toCollection(TreeSet::new));
        callers.forEach(caller -> pages.addAll(navigation(caller)));
        pages.removeIf(page -> NO_PAGE.matcher(page).matches()
                || callers.stream().allMatch(caller -> get(page, caller).status() == 404));
        return pages;
    }

    private List<String> navigation(AccessCaller caller) {
        return Stream.of("institution", "office", "region", "auditor")
                .map(home -> get("/desk/" + home, caller))
                .filter(answer -> answer.status() == 200)
                .flatMap(answer -> NAVIGATION.matcher(answer.body()).results())
                .flatMap(found -> LINK.matcher(found.group()).results())
                .map(link -> link.group(1))
                .toList();
    }

    private String outcome(String page, AccessCaller caller) {
        int status = get(page, caller).status();
        return status < 400 ? "allowed" : Integer.toString(status);
    }

    private ApiClient.Answer get(String page, AccessCaller caller) {
        HttpRequest.Builder request = client.request(serviceOf(page), page).header("Accept", AS_BROWSERS_DO);
        caller.headers().forEach(request::header);
        return client.send(request.build());
    }

    private static Service serviceOf(String page) {
        String module = Routes.serviceOf(page).orElseThrow();
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
