package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import kz.qadam.chassis.http.problem.LargeBodyPath;

/** Where platforms send up to 10 MiB of statements at once. */
@Singleton
class StatementBatchPath implements LargeBodyPath {

    @Override
    public boolean includes(String path) {
        return path.equals(StatementResource.PATH + "/statements");
    }
}
