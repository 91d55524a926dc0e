package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import kz.qadam.chassis.http.problem.LargeBodyPath;

/** Where a page sends a table of up to 10,000 links. */
@Singleton
class LinkTablePath implements LargeBodyPath {

    @Override
    public boolean includes(String path) {
        return path.equals(PlatformAccountLinkTablePage.PATH);
    }
}
