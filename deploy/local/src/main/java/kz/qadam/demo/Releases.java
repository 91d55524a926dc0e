package kz.qadam.demo;

import java.io.IOException;

/** The releases of reporting-service, which are all that the public sees. */
final class Releases {

    private final Api office;
    private final Api anybody;

    Releases(Access access) {
        this.office = new Api(access.reporting(), access.office());
        this.anybody = new Api(access.reporting(), null);
    }

    /** Opens the series of releases; an open one does not change. */
    void open() throws IOException, InterruptedException {
        office.open("/v1/releases");
    }

    /** Whether there is a first release. */
    boolean havePublished() throws IOException, InterruptedException {
        return anybody.get("/v1/progress").path("asOf").isTextual();
    }
}
