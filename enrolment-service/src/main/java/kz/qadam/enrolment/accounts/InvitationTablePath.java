package kz.qadam.enrolment.accounts;

import jakarta.inject.Singleton;
import kz.qadam.chassis.http.problem.LargeBodyPath;

/** Where a page sends a table of up to 1,000 invitations. */
@Singleton
class InvitationTablePath implements LargeBodyPath {

    @Override
    public boolean includes(String path) {
        return path.equals(InvitationTablePage.PATH);
    }
}
