package kz.qadam.reporting.page.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.http.security.Role;

/** The home of the office of a region. */
@ApplicationScoped
class RegionHome implements Home {

    @Override
    public String name() {
        return "region";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.OFFICE_OF_A_REGION);
    }

    @Override
    public List<String> panels() {
        return List.of("progress");
    }
}
