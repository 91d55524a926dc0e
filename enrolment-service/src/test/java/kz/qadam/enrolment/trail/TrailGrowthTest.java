package kz.qadam.enrolment.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.SecondSchema;
import kz.qadam.local.QadamBackends;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the load that the suite is made for leaves on the disk: rows of the trail are never deleted. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TrailGrowthTest {

    private static final Logger LOG = Logger.getLogger(TrailGrowthTest.class);

    /** Of 10,000 institutions. */
    private static final int PART = 10;

    private static final int DAYS = 5 * 365 + 1;

    /**
     * A tenth of the institutions poll a list every minute by a cursor, each by a key. Twenty times a day the list has
     * something new: an entry each.
     */
    private static final String SHOWN = """
            insert into trail (id, at, change, instance, kind, action, outcome, status, actor, roles, institution, key_id,
                               session, items, asked)
            select overlay(gen_random_uuid()::text placing lpad(to_hex(1780000000000 + n * 4320), 12, '0') from 1 for 13)::uuid,
                   now() + n * interval '4.32 s', (100000000 + n / 2)::text::xid8, 'progress-service-0', 'read',
                   'GET /v1/completions', 'done', 200, 'institution-key/' || key, 'partner', 'school-' || n % 1000, key,
                   false, 1 + n % 5, '/v1/completions?cursor=' || translate(encode(convert_to(
                       (100000000 + n) || ' ' || gen_random_uuid() || ' 9223372036854775807', 'UTF8'), 'base64'), E'\\n=', '')
              from generate_series(0, 19999) as n
              join (select s, gen_random_uuid() as key from generate_series(0, 999) as s) as school on s = n % 1000
             order by n
            """;

    /** The other polls have nothing new: every hour an entry for a hundred institutions, whose text has their numbers. */
    private static final String COUNTED = """
            insert into trail (id, at, change, instance, kind, action, outcome, items, text, text_salt, text_digest)
            select gen_random_uuid(), now() + hour * interval '1 hour', (200000000 + hour)::text::xid8,
                   'progress-service-0', 'read', 'GET /v1/completions', 'nothing-new', 5900,
                   '{' || string_agg('"institution-key/' || gen_random_uuid() || '":' || 58 + n % 3, ',') || '}',
                   decode(md5(random()::text), 'hex'), sha256(random()::text::bytea)
              from generate_series(0, 23) as hour cross join generate_series(0, 999) as n
             group by hour, n / 100
            """;

    private static final String BYTES =
            "select cast(sum(pg_total_relation_size(relid)) as text) from pg_partition_tree('trail')";

    @Test
    void the_polls_of_10_000_institutions_take_less_than_200_GB_in_five_years() {
        SecondSchema schema = SecondSchema.migratedTo("latest");
        long empty = bytes(schema);

        schema.with(SHOWN);
        long shown = bytes(schema) - empty;
        schema.with(COUNTED);
        long counted = bytes(schema) - empty - shown;

        double inFiveYears = (double) (shown + counted) * PART * DAYS / 1e9;
        LOG.infof(
                "A day: %d MB of entries with records, %d MB of counted polls; five years: %.0f GB",
                shown * PART / 1_000_000, counted * PART / 1_000_000, inFiveYears);
        assertThat(inFiveYears).isBetween(100.0, 200.0);
    }

    private static long bytes(SecondSchema schema) {
        return Long.parseLong(schema.texts(BYTES).get(0));
    }
}
