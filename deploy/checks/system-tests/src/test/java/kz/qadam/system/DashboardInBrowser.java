package kz.qadam.system;

import java.io.IOException;
import kz.qadam.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** The dashboard with the demo's figures, in a browser of each test's own. */
@OnOtherSuite(SuiteKind.DEMO)
@Tag("pages")
abstract class DashboardInBrowser {

    final Browser browser = new Browser();
    final Qadam qadam;
    final DashboardPage page;

    DashboardInBrowser(Qadam qadam) throws IOException {
        this.qadam = qadam;
        page = new DashboardPage(browser, qadam.address(Service.REPORTING).toString());
    }

    @AfterEach
    void close() {
        browser.close();
    }
}
