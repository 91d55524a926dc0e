package kz.qadam.enrolment.catalogue;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/** Takes over the published states of the catalogue. */
@Singleton
class CatalogueAdoption extends Adoption<PublishedCatalogueEntry> {

    CatalogueAdoption() {
        super("catalogue");
        take(CataloguePublisher.type("programme"), Programme.State.class, Programme.State::version);
        take(CataloguePublisher.type("cohort"), Cohort.State.class, Cohort.State::version);
        take(CataloguePublisher.type("course"), Course.State.class, Course.State::version);
        take(CataloguePublisher.type("institution"), Institution.State.class, Institution.State::version);
    }

    @Override
    protected int order() {
        return 0;
    }

    @Override
    protected int adopt(Handle database, List<Published<PublishedCatalogueEntry>> states) {
        states.forEach(one -> adopt(database, one.state(), one.time()));
        return 0;
    }

    private static void adopt(Handle database, PublishedCatalogueEntry state, Instant time) {
        if (state instanceof Programme.State programme) {
            AdoptedProgrammes.write(database, programme, time);
        } else if (state instanceof Cohort.State cohort) {
            AdoptedCohorts.write(database, cohort, time);
        } else if (state instanceof Course.State course) {
            AdoptedCourses.write(database, course, time);
        } else if (state instanceof Institution.State institution) {
            AdoptedInstitutions.write(database, institution, time);
        }
    }
}
