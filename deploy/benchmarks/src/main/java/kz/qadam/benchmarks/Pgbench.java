package kz.qadam.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.qadam.local.Database;

/**
 * PostgreSQL's own load generator: for each post it writes the same rows into the same tables, by one prepared
 * statement in one transaction. A service that passes each post to the database cannot use less.
 */
final class Pgbench {

    static final int CLIENTS = 32;

    private static final String SCRIPT = """
            \\set n :n + 1
            \\set k :n * 32 + :client_id
            \\if :k % 10 = 9
            \\set k case when :k < 1005 then :k - 5 else :k - 1005 end
            \\endif
            \\set i (:first + :k) * 7919 % :enrolments
            \\set s :i % 2000
            \\set named :from + :first
            \\set number :from + :k
            \\if :k % 50 = 3
            with name as (
                insert into enrolment_name (institution, name) values ('school-' || :s::text, 'X-' || :i::text)
                on conflict do nothing),
            kept as (
                insert into completion (id, institution, reference, enrolment, completed_on, score, certificate, status,
                                        counts, version, recorded_at, changed_at, cause, by_role, pending_since)
                values (gen_random_uuid(), 'school-' || :s::text, 'C-' || :named::text || '-' || :number::text,
                        'X-' || :i::text, '2026-05-31', 0.87, CERTIFICATE, 'pending', false, 1, now(), now(), 'reported',
                        'partner', now())
                on conflict (institution, reference) do nothing returning 1)
            insert into tally_delta
            select 'school-' || :s::text, current_date, 0, new, 0, 1 - new, 0, 0, new, 0
              from (select count(*)::int from kept) as counted (new);
            \\else
            with known as (
                select e.* from enrolment_name n join enrolment e on e.id = n.enrolment_id
                 where n.institution = 'school-' || :s::text and n.name = 'E-' || :i::text),
            kept as (
                insert into completion (id, institution, reference, enrolment, completed_on, score, certificate, status,
                                        counts, enrolment_id, learner_id, cohort, course, region, version, recorded_at,
                                        changed_at, cause, by_role)
                select gen_random_uuid(), institution, 'C-' || :named::text || '-' || :number::text, reference, '2026-05-31',
                       0.87, CERTIFICATE, 'accepted', true, id, learner_id, cohort, course, region, 1, now(), now(),
                       'reported', 'partner'
                  from known on conflict (institution, reference) do nothing
                returning id, learner_id, cohort, institution, reference, region, course),
            trained as (
                insert into learner_cohort (learner_id, cohort, trained_by, trained_on, requirement_version, institution,
                                            reference, region, course, version)
                select learner_id, cohort, id, '2026-05-31', 1, institution, reference, region, course, 1 from kept
                on conflict do nothing returning learner_id, cohort),
            published as (
                insert into outbox_event (publisher, id, key, type, subject, time, data)
                select 'completions', gen_random_uuid(), learner_id::text, 'kz.qadam.completion.recorded.v1', id::text, now(), RECORDED
                  from kept
                union all
                select 'completions', gen_random_uuid(), learner_id::text, 'kz.qadam.learner.trained.v1', learner_id || '/' || cohort,
                       now(), TRAINED
                  from trained)
            insert into tally_delta
            select 'school-' || :s::text, current_date, new, 0, 0, 1 - new, 0, 0, 0, 0
              from (select count(*)::int from kept) as counted (new);
            \\endif
            """;

    private Pgbench() {}

    /** Sends posts with the numbers of {@link Posts}; their number is a multiple of {@link #CLIENTS}. */
    static void run(Lab lab, Database database, Posts posts, int count) throws IOException, InterruptedException {
        Path script = Files.writeString(lab.directory().resolve("pgbench.sql"), script(posts));
        Path log = lab.directory().resolve("logs/pgbench.log");
        var server = URI.create(database.url().replace("jdbc:", ""));
        var command = List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--transactions=" + count / CLIENTS,
                "--define=n=-1",
                "--define=first=" + posts.first(),
                "--define=from=" + Posts.FROM,
                "--define=enrolments=" + posts.enrolments(),
                "--file=" + script,
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + database.user(),
                server.getPath().substring(1));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGOPTIONS", Database.OPTIONS);
        if (builder.start().waitFor() != 0) {
            throw new IOException("pgbench failed, see " + log);
        }
    }

    /** The script, with texts as long as those that the service writes. */
    private static String script(Posts posts) {
        return SCRIPT.replace("CERTIFICATE", "'%s'".formatted(posts.certificate(0)))
                .replace("RECORDED", "'%s'".formatted(EventTexts.RECORDED))
                .replace("TRAINED", "'%s'".formatted(EventTexts.TRAINED));
    }
}
