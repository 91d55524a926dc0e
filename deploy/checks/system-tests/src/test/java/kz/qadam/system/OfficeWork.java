package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What the office decides about people and keys of a school, in an hour that the databases lose. */
final class OfficeWork {

    private static final String COHORT = "citizens";

    private final Qadam qadam;
    private final LiveRows rows;
    private final Institution school;
    private final Partner partner;
    private final Enrolment forgotten;
    private final Enrolment absorbed;
    private final Enrolment surviving;
    private final Enrolment blocked;
    private final Key oldKey;
    private Key newKey;
    private String cursor;
    private String absorbedLearner;
    private String survivingLearner;

    /** Before that hour: the school has enrolled four people, and has a key. */
    OfficeWork(Qadam qadam) throws IOException {
        this.qadam = qadam;
        this.rows = new LiveRows(qadam.suite());
        this.school = qadam.office().opens("school", "KZ-23");
        this.partner = qadam.partner(school);
        Course course = qadam.office().offers(36);
        this.forgotten = new Enrolment(Qadam.fresh("forget-enrolment"), school, course, COHORT, Iins.next());
        this.absorbed = Enrolment.of(school, course, COHORT);
        this.surviving = Enrolment.of(school, course, COHORT);
        this.blocked = Enrolment.of(school, course, COHORT);
        this.oldKey = Key.of(qadam, school);
        List.of(forgotten, absorbed, surviving, blocked).forEach(one -> {
            partner.enrols(one);
            partner.completes(one.completed(1));
        });
        absorbedLearner = partner.learnerOf(absorbed.reference());
        survivingLearner = partner.learnerOf(surviving.reference());
    }

    /** In that hour: one is erased, two are merged, one is blocked; a key is revoked, and another one made. */
    void decide() throws IOException, SQLException {
        qadam.office().erases(forgotten.iin());
        qadam.office().merges(absorbedLearner, survivingLearner);
        qadam.office().blocks(partner.learnerOf(blocked.reference()));
        oldKey.revoke(qadam, school);
        newKey = Key.of(qadam, school);
        awaitForgotten();
        cursor = partner.enrolmentsAfter("").getString("cursor");
    }

    private void awaitForgotten() {
        soon().untilAsserted(() ->
                assertThat(rows.tablesWith(forgotten.reference())).allMatch(table -> table.contains("erasure_task")));
    }

    /** After it all of this holds. */
    void holds() throws IOException, SQLException {
        newKey.awaitStatus(qadam, 200);
        oldKey.awaitStatus(qadam, 401);
        assertThat(qadam.office().representing(absorbedLearner)).isEqualTo(survivingLearner);
        assertThat(partner.learnerOf(blocked.reference())).isNull();
        Enrolment later = Enrolment.of(school, absorbed.course(), COHORT);
        partner.enrols(later);
        soon().untilAsserted(() -> assertThat(
                        partner.enrolmentsAfter("&cursor=" + cursor).getList("items.reference"))
                .contains(later.reference()));
        awaitForgotten();
        assertThat(rows.tablesWith(forgotten.iin())).isEmpty();
        partner.forgets(forgotten.reference());
        assertThat(rows.tablesWith(forgotten.reference())).isEmpty();
    }
}
