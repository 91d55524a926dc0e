package kz.qadam.reporting.page.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.desk.HomeLink;
import kz.qadam.chassis.http.security.Caller;
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

    /** Who sees a region reads its records, and no trail. */
    @Override
    public List<HomeLink> links(Caller caller) {
        var ofARegion = Stream.of(new HomeLink("figures", "/"), new HomeLink("audit", "/audit"));
        var trails = Stream.of(
                new HomeLink("enrolment-trail", "/enrolment-trail"),
                new HomeLink("completion-trail", "/completion-trail"),
                new HomeLink("trail", "/trail"));
        return Stream.concat(ofARegion, caller.isAuditor() ? trails : Stream.empty())
                .toList();
    }
}
