package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.io.IOException;
import kz.qadam.local.Service;

/** The pages with which people begin. */
enum DeskHome {
    INSTITUTION("institution", Service.PROGRESS),
    OFFICE("office", Service.ENROLMENT),
    REGION("region", Service.REPORTING),
    AUDITOR("auditor", Service.REPORTING);

    private final String code;
    private final Service service;

    DeskHome(String code, Service service) {
        this.code = code;
        this.service = service;
    }

    /** Whose page it is. */
    Service service() {
        return service;
    }

    String code() {
        return code;
    }

    /** What the administrator of an institution, the office, that of a region, or an auditor is given to show. */
    String token(Qadam qadam) throws IOException {
        return switch (this) {
            case INSTITUTION -> qadam.tokenOfAdministrator(DeskCountry.large());
            case OFFICE -> qadam.tokenOf("office");
            case REGION -> qadam.tokenOf("region-office", DeskCountry.large().region());
            case AUDITOR -> qadam.tokenOf("auditor");
        };
    }

    /** Begins a session with a token, as at the address that the launcher prints. */
    void enter(Browser browser, Qadam qadam, String token) {
        browser.open("%s/login/%s#token=%s".formatted(qadam.front(), service.module(), token));
        soon().until(() -> browser.address().contains("/staff/desk"));
    }

    String address(Qadam qadam, String language) {
        return "%s/staff/desk/%s?lang=%s".formatted(qadam.front(), code, language);
    }
}
