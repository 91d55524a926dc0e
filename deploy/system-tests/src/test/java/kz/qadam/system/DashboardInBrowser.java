package kz.qadam.system;

import java.io.IOException;
import kz.qadam.local.Service;
import kz.qadam.system.DemoSuite.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard with the demo's figures, in a browser of each test's own. */
@ExtendWith(DemoSuite.class)
abstract class DashboardInBrowser {

    final Browser browser = new Browser();
    final Qadam qadam;
    final DashboardPage page;

    DashboardInBrowser(Demo demo) throws IOException {
        qadam = demo.qadam();
        page = new DashboardPage(browser, qadam.address(Service.REPORTING).toString());
    }

    @AfterEach
    void close() {
        browser.close();
    }
}
