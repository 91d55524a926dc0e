package kz.qadam.enrolment.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.http.security.Role;

/** The home of the programme office. */
@ApplicationScoped
class OfficeHome implements Home {

    @Override
    public String name() {
        return "office";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.OFFICE);
    }

    @Override
    public List<String> panels() {
        return List.of("progress", "reporting");
    }

    @Override
    public List<String> last() {
        return List.of("reporting");
    }
}
