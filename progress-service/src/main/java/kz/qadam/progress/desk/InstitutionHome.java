package kz.qadam.progress.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Home;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.progress.tally.MonthSoFar;

/** The home of institutions. */
@ApplicationScoped
class InstitutionHome implements Home {

    private final MonthSoFar month;
    private final Caller caller;

    InstitutionHome(MonthSoFar month, Caller caller) {
        this.month = month;
        this.caller = caller;
    }

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
    public List<String> last() {
        return List.of("progress", "enrolment");
    }

    @Override
    public List<Message> facts() {
        return month.of(caller.scope().institution());
    }
}
