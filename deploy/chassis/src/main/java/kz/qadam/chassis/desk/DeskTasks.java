package kz.qadam.chassis.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import kz.qadam.chassis.http.security.Caller;

/** The tasks of the caller, of all features of this service. */
@ApplicationScoped
public class DeskTasks {

    static final Comparator<Task> FIRST_TO_LAST = Comparator.comparing(
                    Task::until, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::oldest, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::kind);

    private final Instance<TaskSource> sources;
    private final Caller caller;

    DeskTasks(@Any Instance<TaskSource> sources, Caller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    /**
     * What waits for the caller at this service.
     *
     * @throws kz.qadam.chassis.http.problem.Problem for a caller who sees no records
     */
    public TaskList ofCaller() {
        caller.scope();
        return new TaskList(sources.stream()
                .flatMap(source -> source.tasks(caller).stream())
                .sorted(FIRST_TO_LAST)
                .toList());
    }
}
