package kz.qadam.enrolment.learners;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/** Takes over blocks for a time. Why somebody was blocked is not published. */
@Singleton
class TemporaryBlockAdoption extends Adoption<TemporaryBlockPublisher.State> {

    private static final String BLOCK = """
            insert into blocked_learner (learner, person, blocked_by, blocked_at, version)
            select id, :person, :by, :since, :version from unnest(:ids) as named (id) order by id
            on conflict (learner) do update
               set person = excluded.person, reason = null, blocked_by = excluded.blocked_by,
                   blocked_at = excluded.blocked_at, lifted_by = null, lifted_at = null, version = excluded.version,
                   trace = null
             where blocked_learner.version < excluded.version
            """;

    private static final String LIFT = """
            insert into blocked_learner (learner, person, blocked_by, blocked_at, lifted_by, lifted_at, version)
            select id, :person, :by, :since, :by, :since, :version from unnest(:ids) as named (id) order by id
            on conflict (learner) do update
               set person = excluded.person, lifted_by = excluded.lifted_by, lifted_at = excluded.lifted_at,
                   version = excluded.version, trace = null
             where blocked_learner.version < excluded.version
            """;

    TemporaryBlockAdoption() {
        super("learner-blocks");
        take(TemporaryBlockPublisher.TYPE, TemporaryBlockPublisher.State.class, TemporaryBlockPublisher.State::version);
    }

    @Override
    protected int adopt(Handle database, List<Published<TemporaryBlockPublisher.State>> states) {
        AdoptedLearners.add(
                database,
                states.stream().flatMap(one -> one.state().learners().stream()).toList());
        states.forEach(one -> adopt(database, one.state()));
        return 0;
    }

    private static void adopt(Handle database, TemporaryBlockPublisher.State state) {
        int changed = database.createUpdate(state.blocked() ? BLOCK : LIFT)
                .bind("person", state.learnerId())
                .bind("by", RESTORED)
                .bind("since", state.recordedAt())
                .bind("version", state.version())
                .bindArray("ids", UUID.class, state.learners())
                .execute();
        if (changed > 0 && !state.blocked()) {
            TemporaryBlockRows.listAgain(database, state.learnerId());
        }
    }
}
