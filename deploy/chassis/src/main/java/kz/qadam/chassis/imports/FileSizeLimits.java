package kz.qadam.chassis.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.OptionalLong;
import kz.qadam.chassis.problem.LargeBodies;
import kz.qadam.chassis.submission.SubmissionKind;

/** Permits larger bodies where files are received. */
@ApplicationScoped
class FileSizeLimits implements LargeBodies {

    private final List<String> paths;
    private final long most;

    FileSizeLimits(Instance<SubmissionKind<?, ?, ?>> kinds, ImportsConfig config) {
        this.paths = kinds.stream().flatMap(kind -> kind.importPath().stream()).toList();
        this.most = config.largest().asLongValue();
    }

    @Override
    public OptionalLong most(String path) {
        return paths.contains(path) ? OptionalLong.of(most) : OptionalLong.empty();
    }
}
