package kz.qadam.chassis.desk;

import static kz.qadam.chassis.http.security.Role.AUDITOR;
import static kz.qadam.chassis.http.security.Role.AUDITOR_OF_A_REGION;
import static kz.qadam.chassis.http.security.Role.OFFICE;
import static kz.qadam.chassis.http.security.Role.OFFICE_OF_A_REGION;
import static kz.qadam.chassis.http.security.Role.PARTNER;
import static kz.qadam.chassis.http.security.Role.PARTNER_ADMIN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import kz.qadam.chassis.http.security.Caller;

/**
 * The home of the caller and the pages that it leads to, of whichever service. All pages of desks show the same, so that
 * people never have to know which service they are at.
 */
@ApplicationScoped
class Navigation {

    /** What the path of each home begins with. */
    static final String DESK = "/desk";

    private static final String OF_PARTNERS = DESK + "/institution";
    private static final String OF_OFFICE = DESK + "/office";
    private static final String OF_REGION = DESK + "/region";
    private static final String OF_AUDITORS = DESK + "/auditor";

    /**
     * The links in the order in which they are shown, with the roles that see them. Who may open a page is decided by the
     * page itself.
     */
    private static final List<Entry> ENTRIES = List.of(
            new Entry(OF_PARTNERS, "waiting", "/waiting", PARTNER),
            new Entry(OF_PARTNERS, "records", "/records", PARTNER),
            new Entry(OF_PARTNERS, "learners", "/learners", PARTNER),
            new Entry(OF_PARTNERS, "months", "/months", PARTNER),
            new Entry(OF_PARTNERS, "enrolment-files", "/enrolment-files", PARTNER),
            new Entry(OF_PARTNERS, "completion-files", "/completion-files", PARTNER),
            new Entry(OF_PARTNERS, "platforms", "/platforms", PARTNER),
            new Entry(OF_PARTNERS, "erasure-tasks", "/erasure-tasks", PARTNER),
            new Entry(OF_PARTNERS, "figures", "/", PARTNER),
            new Entry(OF_PARTNERS, "keys", "/keys", PARTNER_ADMIN),
            new Entry(OF_PARTNERS, "accounts", "/accounts", PARTNER_ADMIN),
            new Entry(OF_PARTNERS, "bases", "/bases", PARTNER_ADMIN),
            new Entry(OF_PARTNERS, "enrolment-table-profiles", "/enrolment-table-profiles", PARTNER_ADMIN),
            new Entry(OF_PARTNERS, "completion-table-profiles", "/completion-table-profiles", PARTNER_ADMIN),
            new Entry(OF_OFFICE, "institutions", "/institutions", OFFICE),
            new Entry(OF_OFFICE, "courses", "/courses", OFFICE),
            new Entry(OF_OFFICE, "cohorts", "/cohorts", OFFICE),
            new Entry(OF_OFFICE, "coverage", "/coverage", OFFICE),
            new Entry(OF_OFFICE, "waiting-counts", "/waiting/counts", OFFICE),
            new Entry(OF_OFFICE, "publications", "/publications", OFFICE),
            new Entry(OF_OFFICE, "stuck", "/desk/stuck", OFFICE),
            new Entry(OF_OFFICE, "persons", "/persons", OFFICE),
            new Entry(OF_OFFICE, "person-records", "/person-records", OFFICE),
            new Entry(OF_OFFICE, "erasure-tasks", "/erasure-tasks", OFFICE),
            new Entry(OF_OFFICE, "bases", "/bases", OFFICE),
            new Entry(OF_OFFICE, "platforms", "/platforms", OFFICE),
            new Entry(OF_OFFICE, "duties", "/duties", OFFICE),
            new Entry(OF_OFFICE, "accounts", "/accounts", OFFICE),
            new Entry(OF_OFFICE, "enrolment-files", "/enrolment-files", OFFICE),
            new Entry(OF_OFFICE, "completion-files", "/completion-files", OFFICE),
            new Entry(OF_OFFICE, "enrolment-table-profiles", "/enrolment-table-profiles", OFFICE),
            new Entry(OF_OFFICE, "completion-table-profiles", "/completion-table-profiles", OFFICE),
            new Entry(OF_OFFICE, "figures", "/", OFFICE),
            new Entry(OF_REGION, "coverage", "/coverage", OFFICE_OF_A_REGION),
            new Entry(OF_REGION, "waiting-counts", "/waiting/counts", OFFICE_OF_A_REGION),
            new Entry(OF_REGION, "figures", "/", OFFICE_OF_A_REGION),
            new Entry(OF_AUDITORS, "figures", "/", AUDITOR, AUDITOR_OF_A_REGION),
            new Entry(OF_AUDITORS, "audit", "/audit", AUDITOR, AUDITOR_OF_A_REGION),
            new Entry(OF_AUDITORS, "worklists", "/worklists", AUDITOR, AUDITOR_OF_A_REGION),
            new Entry(OF_AUDITORS, "hints", "/hints", AUDITOR),
            new Entry(OF_AUDITORS, "publications", "/publications", AUDITOR),
            new Entry(OF_AUDITORS, "recounts", "/recounts", AUDITOR),
            new Entry(OF_AUDITORS, "enrolment-trail", "/enrolment-trail", AUDITOR),
            new Entry(OF_AUDITORS, "completion-trail", "/completion-trail", AUDITOR),
            new Entry(OF_AUDITORS, "trail", "/trail", AUDITOR));

    private final Caller caller;

    Navigation(Caller caller) {
        this.caller = caller;
    }

    /** Of several roles the first of office, auditor and partner decides, as it does about records. */
    String home() {
        if (caller.isOffice()) return OF_OFFICE;
        if (caller.isAuditor()) return OF_AUDITORS;
        if (caller.isPartner()) return OF_PARTNERS;
        if (caller.is(OFFICE_OF_A_REGION)) return OF_REGION;
        return caller.is(AUDITOR_OF_A_REGION) ? OF_AUDITORS : "/";
    }

    List<PageLink> pages() {
        String home = home();
        return ENTRIES.stream()
                .filter(one -> one.home.equals(home) && one.roles.stream().anyMatch(caller::is))
                .map(Entry::link)
                .toList();
    }

    private record Entry(String home, PageLink link, Set<String> roles) {

        Entry(String home, String name, String path, String... roles) {
            this(home, new PageLink(name, path), Set.of(roles));
        }
    }
}
