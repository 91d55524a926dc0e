package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.CreateContextParameters;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The one process of Chromium in which all tests have their visitors, since its start takes longer than most of them.
 * Visitors share neither cookies nor storage.
 */
final class Chromium {

    /** Where files of tests are; what earlier runs left behind stays until the next start, to be looked at. */
    static final Path HOMES = Path.of("target/chromium").toAbsolutePath();

    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static Chromium running;

    private final ChromeDriver driver;
    private final org.openqa.selenium.bidi.module.Browser visitors;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        this.visitors = new org.openqa.selenium.bidi.module.Browser(driver);
    }

    /** Starts it for the first who asks; it ends with this process. */
    static synchronized Chromium running() throws IOException {
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(running.driver::quit));
        }
        return running;
    }

    private static Chromium start() throws IOException {
        assertThat(List.of(BINARY, DRIVER))
                .as("The pages are tried in Chromium: apt-get install chromium chromium-driver, or run deploy/test")
                .allMatch(Files::isExecutable);
        Qadam.delete(HOMES);
        Files.createDirectories(HOMES);
        var options = new ChromeOptions()
                .setBinary(BINARY.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,900",
                        "--user-data-dir=" + HOMES.resolve("profile"));
        options.setCapability("webSocketUrl", true);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Lets a visitor come who knows nothing of others, and whose downloads are saved in the directory. */
    String newVisitor(Path downloads) {
        String visitor = visitors.createUserContext();
        openTab(visitor);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "browserContextId", visitor, "downloadPath", downloads.toString()));
        return visitor;
    }

    /** Opens a tab of the visitor, to which the driver turns. */
    void openTab(String visitor) {
        var tab = new CreateContextParameters(WindowType.TAB).userContext(visitor);
        driver.switchTo().window(new BrowsingContext(driver, tab).getId());
    }

    /** Closes the tabs of the visitor, and turns to that of another. */
    void leave(String visitor, String otherTab) {
        visitors.removeUserContext(visitor);
        driver.switchTo().window(otherTab);
    }
}
