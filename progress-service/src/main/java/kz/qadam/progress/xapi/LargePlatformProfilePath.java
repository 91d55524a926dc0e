package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import kz.qadam.chassis.http.problem.LargeBodyPath;

/** Where profiles of platforms are sent, which name up to 2,000 courses, also by a page. */
@Singleton
class LargePlatformProfilePath implements LargeBodyPath {

    @Override
    public boolean includes(String path) {
        return path.startsWith(PlatformResource.PATH + "/") || path.startsWith(PlatformProfilePage.PATH);
    }
}
