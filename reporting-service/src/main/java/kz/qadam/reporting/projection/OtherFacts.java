package kz.qadam.reporting.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.qadam.reporting.fact.Described;
import kz.qadam.reporting.fact.Evaluation;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Merged;
import kz.qadam.reporting.fact.Tally;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is known of the catalogue, of evaluations, of merges and of tallies, by batch: facts that no cell counts. */
final class OtherFacts {

    private static final String CLOSE_DESCRIBED = """
            update catalogue_fact known set to_batch = :batch
              from unnest(:kind, :code, :version) as newer (kind, code, version)
             where known.kind = newer.kind and known.code = newer.code and known.version < newer.version
               and known.to_batch = 9223372036854775807
            """;

    private static final String OPEN_DESCRIBED = """
            insert into catalogue_fact (from_batch, to_batch, kind, code, version, data)
            select :batch, 9223372036854775807, one.*
              from unnest(:kind, :code, :version, :data) as one (kind, code, version, data)
             where not exists (select from catalogue_fact known
                    where known.kind = one.kind and known.code = one.code and known.to_batch = 9223372036854775807)
            """;

    private static final String CLOSE_EVALUATED = """
            update evaluated known set to_batch = :batch
              from unnest(:cohort, :version) as newer (cohort, version)
             where known.cohort = newer.cohort and known.version < newer.version
               and known.to_batch = 9223372036854775807
            """;

    private static final String OPEN_EVALUATED = """
            insert into evaluated (from_batch, to_batch, cohort, version, data)
            select :batch, 9223372036854775807, one.*
              from unnest(:cohort, :version, :data) as one (cohort, version, data)
             where not exists (select from evaluated known
                    where known.cohort = one.cohort and known.to_batch = 9223372036854775807)
            """;

    private static final String CLOSE_ALIAS = """
            update learner_alias known set to_batch = :batch
              from unnest(:learner, :version) as newer (learner, version)
             where known.learner = newer.learner and known.version < newer.version
               and known.to_batch = 9223372036854775807
            """;

    private static final String OPEN_ALIAS = """
            insert into learner_alias (from_batch, to_batch, learner, version, surviving)
            select :batch, 9223372036854775807, one.*
              from unnest(:learner, :version, :surviving) as one (learner, version, surviving)
             where not exists (select from learner_alias known
                    where known.learner = one.learner and known.to_batch = 9223372036854775807)
            """;

    private static final String CLOSE_TALLY = """
            update tally known set to_batch = :batch
              from unnest(:institution, :day, :version) as newer (institution, day, version)
             where known.institution = newer.institution and known.day = newer.day and known.version < newer.version
               and known.to_batch = 9223372036854775807
            """;

    private static final String OPEN_TALLY = """
            insert into tally (from_batch, to_batch, institution, day, version, received, accepted, pending, refused,
                duplicate, conflict, rejected, pending_now, refused_now, untold_now)
            select :batch, 9223372036854775807, one.*
              from unnest(:institution, :day, :version, :received, :accepted, :pending, :refused, :duplicate,
                  :conflict, :rejected, :pendingNow, :refusedNow, :untoldNow) as one (institution, day)
             where not exists (select from tally known
                    where known.institution = one.institution and known.day = one.day
                      and known.to_batch = 9223372036854775807)
            """;

    private record Thing(Described.Kind kind, String code) {}

    private record Day(String institution, LocalDate day) {}

    private OtherFacts() {}

    static void take(Handle database, long batch, Collection<Fact> arrived) {
        described(database, batch, newest(arrived, Described.class, one -> new Thing(one.kind(), one.code())));
        evaluated(database, batch, newest(arrived, Evaluation.class, Evaluation::cohort));
        merged(database, batch, newest(arrived, Merged.class, Merged::learner));
        tallies(database, batch, newest(arrived, Tally.class, one -> new Day(one.institution(), one.day())));
    }

    private static void described(Handle database, long batch, List<Described> newest) {
        if (newest.isEmpty()) {
            return;
        }
        for (String sql : List.of(CLOSE_DESCRIBED, OPEN_DESCRIBED)) {
            Update update = database.createUpdate(sql).bind("batch", batch);
            new Columns<>(update, newest)
                    .text("kind", one -> one.kind().toString())
                    .text("code", Described::code)
                    .whole("version", Described::version)
                    .text("data", Described::data);
            update.execute();
        }
    }

    private static void evaluated(Handle database, long batch, List<Evaluation> newest) {
        if (newest.isEmpty()) {
            return;
        }
        for (String sql : List.of(CLOSE_EVALUATED, OPEN_EVALUATED)) {
            Update update = database.createUpdate(sql).bind("batch", batch);
            new Columns<>(update, newest)
                    .text("cohort", Evaluation::cohort)
                    .whole("version", Evaluation::version)
                    .text("data", Evaluation::data);
            update.execute();
        }
    }

    private static void merged(Handle database, long batch, List<Merged> newest) {
        if (newest.isEmpty()) {
            return;
        }
        Update close = database.createUpdate(CLOSE_ALIAS).bind("batch", batch);
        new Columns<>(close, newest).uuid("learner", Merged::learner).whole("version", Merged::version);
        close.execute();
        Update open = database.createUpdate(OPEN_ALIAS).bind("batch", batch);
        new Columns<>(open, newest)
                .uuid("learner", Merged::learner)
                .whole("version", Merged::version)
                .uuid("surviving", Merged::into);
        open.execute();
    }

    private static void tallies(Handle database, long batch, List<Tally> newest) {
        if (newest.isEmpty()) {
            return;
        }
        for (String sql : List.of(CLOSE_TALLY, OPEN_TALLY)) {
            Update update = database.createUpdate(sql).bind("batch", batch);
            new Columns<>(update, newest)
                    .text("institution", Tally::institution)
                    .day("day", Tally::day)
                    .whole("version", Tally::version)
                    .whole("received", Tally::received)
                    .whole("accepted", Tally::accepted)
                    .whole("pending", Tally::pending)
                    .whole("refused", Tally::refused)
                    .whole("duplicate", Tally::duplicate)
                    .whole("conflict", Tally::conflict)
                    .whole("rejected", Tally::rejected)
                    .whole("pendingNow", Tally::pendingNow)
                    .whole("refusedNow", Tally::refusedNow)
                    .whole("untoldNow", Tally::revokedUntoldNow);
            update.execute();
        }
    }

    private static <K, F extends Fact> List<F> newest(Collection<Fact> arrived, Class<F> kind, Function<F, K> subject) {
        Map<K, F> newest = new HashMap<>();
        arrived.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(one -> newest.merge(
                        subject.apply(one), one, (other, same) -> other.version() >= same.version() ? other : same));
        return new ArrayList<>(newest.values());
    }
}
