package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.completion.EnrolmentByPlatformAccount;
import kz.qadam.progress.completion.EnrolmentByPlatformAccount.Asked;
import kz.qadam.progress.xapi.reading.PlatformAccount;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/** Finds enrolments by linked accounts, as statements find theirs. */
@Singleton
class EnrolmentsByPlatformAccount implements EnrolmentByPlatformAccount.Source {

    /** What is looked for; the ordinal is that in the order of the questions. */
    private record Lookup(int ordinal, String institution, String account, String course, LocalDate day) {}

    /**
     * What there is; the id is null without an enrolment.
     *
     * @param isKnown whether the enrolment by which the account is linked has come
     */
    private record Row(
            int ordinal,
            boolean isCourse,
            boolean isLinked,
            boolean isKnown,
            UUID id,
            String reference,
            int generation) {}

    private static final TableColumns<Lookup> LOOKUP = TableColumns.of(Lookup.class);
    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);

    private static final String FIND = """
            select q.ordinal, known.code is not null as is_course, a.enrolment is not null as is_linked,
                   linked.id is not null as is_known, newest.id, newest.reference, coalesce(c.generation, 1) as generation
              from %s
              left join course known on known.code = q.course
              left join xapi_account a on a.institution = q.institution and a.account = q.account and not a.erased
              left join enrolment linked on linked.id = a.enrolment_id
              left join lateral (
                   select e.id, e.reference from enrolment e
                    where e.institution = q.institution and e.learner_id = linked.learner_id and e.course = q.course
                      and e.enrolled_on <= q.day
                    order by e.enrolled_on desc, e.id limit 1) newest on true
              left join xapi_completion c on c.enrolment_id = newest.id
            """.formatted(LOOKUP.rows("q"));

    private final PlatformAccountKeys keys;

    EnrolmentsByPlatformAccount(PlatformAccountKeys keys) {
        this.keys = keys;
    }

    @Override
    public Map<Asked, EnrolmentByPlatformAccount> find(Handle handle, Collection<Asked> asked) {
        keys.require();
        Map<String, Set<String>> platforms = asked.stream()
                .map(Asked::institution)
                .distinct()
                .collect(Collectors.toMap(institution -> institution, institution -> names(handle, institution)));
        Map<Asked, EnrolmentByPlatformAccount> found = new HashMap<>();
        List<Asked> questions = List.copyOf(Set.copyOf(asked));
        List<Lookup> lookups = new ArrayList<>();
        for (int ordinal = 0; ordinal < questions.size(); ordinal++) {
            Asked one = questions.get(ordinal);
            Set<String> names = platforms.get(one.institution());
            String platform = one.platform() == null && names.size() == 1
                    ? names.iterator().next()
                    : one.platform();
            if (platform == null) {
                found.put(one, new EnrolmentByPlatformAccount.None("platform", "which-platform"));
            } else if (!names.contains(platform)) {
                found.put(one, new EnrolmentByPlatformAccount.None("platform", "unknown-code"));
            } else {
                String digest = keys.digest(one.institution(), new PlatformAccount(platform, one.account()));
                lookups.add(new Lookup(ordinal, one.institution(), digest, one.course(), one.day()));
            }
        }
        if (!lookups.isEmpty()) {
            LOOKUP.bind(handle.createQuery(FIND), lookups)
                    .map(ROW)
                    .forEach(row -> found.put(questions.get(row.ordinal()), of(row)));
        }
        return found;
    }

    private static EnrolmentByPlatformAccount of(Row row) {
        if (!row.isCourse()) {
            return new EnrolmentByPlatformAccount.None("course", "unknown-code");
        }
        if (!row.isLinked()) {
            return new EnrolmentByPlatformAccount.None("account", StatementReason.NO_ACCOUNT.code());
        }
        if (!row.isKnown()) {
            return new EnrolmentByPlatformAccount.None("account", "link-waits");
        }
        return row.id() == null
                ? new EnrolmentByPlatformAccount.None("course", StatementReason.NO_ENROLMENT.code())
                : new EnrolmentByPlatformAccount.Found(row.id(), row.reference(), row.generation());
    }

    private static Set<String> names(Handle handle, String institution) {
        return new PlatformRows(handle, institution)
                .all().stream().map(PlatformRows.Saved::name).collect(Collectors.toSet());
    }
}
