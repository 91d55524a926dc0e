package kz.qadam.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/** M11: the posts of M1 by programs that show a key of their institution, compared with the same by tokens. */
final class PostsWithKeys implements Measure {

    private static final MeasureGoal GOAL = MeasureGoal.atMost(1.05, 1.0);

    /** The secret of each key is the name of its institution, filled up to the length of a secret. */
    private static final String KEYS = """
            insert into institution_key (id, institution, sha256, expires_at, revoked, version)
            select md5('key ' || code)::uuid, code, encode(sha256(rpad(code, 43, '.')::bytea), 'hex'),
                   now() + interval '1 day', false, 1
              from institution;
            update institution_key_confirmation set confirmed_at = now() + interval '1 day';
            """;

    private static final String IDS = """
            select string_agg(md5('key school-' || i)::uuid::text, ',' order by i) from generate_series(0, %d - 1) as i
            """.formatted(ProgressDatabase.INSTITUTIONS);

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Sql.run(progress.database(), KEYS);
        Map<String, String> headers = headers(progress);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        SinglePosts.post(lab, progress, service, 0, headers::get);
        RunPairs pairs = new Rounds()
                .side("keys", round -> SinglePosts.post(lab, progress, service, round, headers::get))
                .side(
                        "tokens",
                        round -> SinglePosts.post(
                                lab, progress, service, round, institution -> "Bearer " + lab.partner(institution)))
                .run(lab.sizes().pairs())
                .pair("keys", "tokens");
        report.add(ReportLine.of("M11", "single posts: with keys, against tokens", pairs, ComparedValue.CPU, GOAL));
        report.add(ReportLine.of("M11", "the same, rate", pairs, ComparedValue.RATE, null));
        service.stop();
    }

    /** The header Authorization of each institution. */
    private static Map<String, String> headers(ProgressDatabase progress) throws Exception {
        Map<String, String> headers = new ConcurrentHashMap<>();
        for (String id : Sql.text(progress.database(), IDS).split(",", -1)) {
            String institution = "school-" + headers.size();
            String shown = id + ":" + institution + ".".repeat(43 - institution.length());
            headers.put(
                    institution,
                    "Basic " + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.US_ASCII)));
        }
        return headers;
    }
}
