package kz.qadam.reporting.page.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.http.security.Role;

/** The home of auditors. */
@ApplicationScoped
class AuditorHome implements Home {

    @Override
    public String name() {
        return "auditor";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.AUDITOR, Role.AUDITOR_OF_A_REGION);
    }

    @Override
    public List<String> panels() {
        return List.of("enrolment", "progress");
    }

    @Override
    public List<String> last() {
        return List.of("reporting", "enrolment", "progress");
    }
}
