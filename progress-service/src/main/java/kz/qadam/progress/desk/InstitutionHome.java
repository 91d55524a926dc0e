package kz.qadam.progress.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.http.security.Role;

/** The home of institutions. */
@ApplicationScoped
class InstitutionHome implements Home {

    @Override
    public String name() {
        return "institution";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.PARTNER);
    }

    @Override
    public List<String> panels() {
        return List.of("enrolment", "reporting");
    }
}
