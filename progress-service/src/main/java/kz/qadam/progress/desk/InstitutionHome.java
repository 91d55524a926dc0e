package kz.qadam.progress.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.desk.HomeLink;
import kz.qadam.chassis.http.security.Caller;
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

    @Override
    public List<HomeLink> links(Caller caller) {
        var links = new ArrayList<>(List.of(
                new HomeLink("waiting", "/waiting"),
                new HomeLink("records", "/records"),
                new HomeLink("months", "/months"),
                new HomeLink("enrolment-files", "/enrolment-files"),
                new HomeLink("completion-files", "/completion-files"),
                new HomeLink("erasure-tasks", "/erasure-tasks"),
                new HomeLink("figures", "/")));
        if (caller.is(Role.PARTNER_ADMIN)) {
            links.add(new HomeLink("keys", "/keys"));
        }
        return links;
    }
}
