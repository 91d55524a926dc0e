package kz.qadam.enrolment.accounts;

import jakarta.inject.Singleton;
import kz.qadam.chassis.http.problem.PathOfMany;

/** Where a page sends a table of up to 1,000 invitations. */
@Singleton
class PathOfInvitations implements PathOfMany {

    @Override
    public boolean includes(String path) {
        return path.equals(InvitationTablePage.PATH);
    }
}
